using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Extract.Review.Index;

/// <summary>
/// What stands in <c>reviews/*.jsonl</c>, by record: the lines themselves stay in their files and are read when a record is asked for, so that memory does not
/// grow with them. Files only grow: new lines are read on, whoever wrote them; a file that was changed otherwise is read anew. Thread-safe; several
/// processes may use one. What is damaged or gone is made anew from those files, and whoever asked meanwhile is told to ask again (<see cref="DamagedException"/>).
/// </summary>
internal sealed class DecisionLog : IDisposable
{
    private readonly string _path;
    private readonly string _folder;
    private readonly Action<string> _tell;
    private readonly Lock _lock = new();
    private readonly DecisionReading _reading;
    private Database _database;
    private long _birth;
    private int _depth;

    /// <summary>Opens the log that stands at a path.</summary>
    /// <param name="path">The database.</param>
    /// <param name="folder">The folder of decisions.</param>
    /// <param name="tell">Is told what is no decision, and which batch is not whole.</param>
    public DecisionLog(string path, string folder, Action<string> tell)
    {
        (_path, _folder, _tell, _reading, _database) = (path, folder, tell, new(folder, tell), Make(path));
        _birth = (long)_database.Value(DecisionSchema.Birth)!;
    }

    /// <summary>Asks the database.</summary>
    public T Read<T>(Func<Database, T> ask)
    {
        lock (_lock) return Guarded(() => ask(_database));
    }

    /// <summary>Does something that no other reviewer, of this process or another, does at the same time.</summary>
    public T Write<T>(Func<Database, T> act)
    {
        lock (_lock) return Guarded(() => _database.Write(() => act(_database)));
    }

    /// <summary>Sees to it that the file at the path is the one that is open: where somebody deleted it, or another process made it anew, those who share the folder would not see each other any more.</summary>
    public void Look()
    {
        lock (_lock)
        {
            if (IsOpen()) return;
            if (!File.Exists(_path)) _tell(Messages.IndexGone(_path));
            Reopen();
        }
    }

    /// <summary>Reads on until nothing new is left. True where something was new.</summary>
    public bool CatchUp()
    {
        var any = false;
        while (Write(_reading.ReadOn)) any = true;
        return any;
    }

    /// <summary>By what one knows how far one followed.</summary>
    public (long Generation, long Last) Mark() => Read(database => ((long)database.Value(DecisionSchema.Generation)!, (long)database.Value(DecisionSchema.Last)!));

    /// <summary>The lines of a record and of those that it was split from, and the lines that undo one of them, in the order in which they came.</summary>
    public List<Decision> History(string record) => [.. Read(database => Places(database, record)).Select(Line).OfType<Decision>()];

    /// <summary>When the last line was written, in milliseconds, that speaks of a record or of those that it was split from; 0 where none does.</summary>
    public long LastAt(string record) => Read(database => (long)database.Value(DecisionSchema.LastAt, ("$record", record))!);

    /// <summary>The records of which lines after one number, up to another, speak.</summary>
    public List<string> Touched(long after, long until) => Read(database => Texts(database, DecisionSchema.Touched, ("$after", after), ("$until", until)));

    /// <summary>All records that anybody ever decided on.</summary>
    public HashSet<string> Decided() => [.. Read(database => Texts(database, DecisionSchema.Decided))];

    /// <summary>All records that people made by splitting others, whether or not those splits hold.</summary>
    public HashSet<string> Parts() => [.. Read(database => Texts(database, DecisionSchema.Parts))];

    /// <summary>The records that people made by splitting one.</summary>
    public List<string> PartsOf(string record) => Read(database => Texts(database, DecisionSchema.PartsOf, ("$record", record)));

    /// <summary>The records of a decision or a batch.</summary>
    public List<string> RecordsOf(string decision) => Read(database => Texts(database, DecisionSchema.RecordsOf, ("$id", decision)));

    /// <summary>The records that two people settled by themselves, those of the latest decisions, two thousand at most.</summary>
    public List<string> ReadByTwo() => Read(database => Texts(database, DecisionSchema.ReadByTwo));

    /// <summary>True where a decision or a batch was taken back.</summary>
    public bool IsUndone(string decision) => Read(database => database.Value(DecisionSchema.Undone, ("$id", decision)) is not null);

    /// <summary>When a reviewer decided, since a moment; a batch once.</summary>
    public List<long> Times(string reviewer, DateTimeOffset since) => Read(database =>
    {
        var times = new List<long>();
        using var rows = database.Rows(DecisionSchema.Times, ("$reviewer", reviewer), ("$since", since.ToUnixTimeMilliseconds()));
        while (rows.Read()) times.Add(rows.GetInt64(0));
        return times;
    });

    private T Guarded<T>(Func<T> act)
    {
        var isOutermost = _depth++ == 0;
        try
        {
            return act();
        }
        catch (SqliteException e) when (isOutermost && IndexFiles.IsDamage(e))
        {
            _tell(Messages.IndexDamaged(_path));
            Reopen();
            // What was to be done may be done in part, a decision written: nobody does it twice.
            throw new DamagedException(true, e);
        }
        finally
        {
            _depth--;
        }
    }

    private bool IsOpen()
    {
        if (!File.Exists(_path)) return false;
        try
        {
            using var look = SqliteFile.Open(_path, SqliteOpenMode.ReadOnly);
            using var birth = look.CreateCommand();
            birth.CommandText = DecisionSchema.Birth;
            return birth.ExecuteScalar() is long number && number == _birth;
        }
        catch (SqliteException)
        {
            // Busy, or damaged: that shows where it is used.
            return true;
        }
    }

    // One process makes it anew, and the others take what it made.
    private void Reopen()
    {
        using var mine = IndexFiles.LockSoon(_path);
        _database.Dispose();
        (var was, _birth) = (_birth, 0);
        _database = Other(was) ?? Anew();
        _birth = (long)_database.Value(DecisionSchema.Birth)!;
        while (_database.Write(() => _reading.ReadOn(_database))) { }
    }

    private Database? Other(long was)
    {
        if (!File.Exists(_path)) return null;
        try
        {
            var found = Make(_path);
            if ((long)found.Value(DecisionSchema.Birth)! != was) return found;
            found.Dispose();
        }
        catch (SqliteException e) when (IndexFiles.IsDamage(e))
        {
            // It is the damaged one still: it is made anew.
        }
        return null;
    }

    private Database Anew()
    {
        IndexFiles.Delete(_path);
        return Make(_path);
    }

    private static Database Make(string path)
    {
        var database = new Database(path, DecisionSchema.Tables);
        try
        {
            database.Run(DecisionSchema.Born, ("$number", RandomNumberGenerator.GetInt32(1, int.MaxValue)));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static List<string> Texts(Database database, string sql, params ReadOnlySpan<(string, object?)> values)
    {
        var texts = new List<string>();
        using var rows = database.Rows(sql, values);
        while (rows.Read()) texts.Add(rows.GetString(0));
        return texts;
    }

    private static List<(string File, long Start, int Length)> Places(Database database, string record)
    {
        var places = new List<(string, long, int)>();
        using var rows = database.Rows(DecisionSchema.History, ("$record", record));
        while (rows.Read()) places.Add((rows.GetString(0), rows.GetInt64(1), rows.GetInt32(2)));
        return places;
    }

    // A line that went meanwhile is gone with the next catching up.
    private Decision? Line((string File, long Start, int Length) place)
    {
        try
        {
            using var file = File.OpenHandle(Path.Combine(_folder, place.File), share: FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[place.Length];
            return RandomAccess.Read(file, bytes, place.Start) == bytes.Length ? DecisionJson.FromLine(Encoding.UTF8.GetString(bytes)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock) _database.Dispose();
    }
}
