using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extract.Link;
using Microsoft.Data.Sqlite;

namespace Extract.Run;

/// <summary>
/// What runs did so far: one SQLite file. A document's end and its records are written together or not at all, so that a run that was stopped
/// at any moment goes on from there. It can be deleted at the cost of time. One thread writes; <see cref="StateReader"/> is for others.
/// </summary>
internal sealed class State : IDisposable
{
    private readonly SqliteConnection _database;
    private readonly FileStream _lock;
    private readonly string _madeBy;
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private SqliteTransaction? _transaction;

    private State(SqliteConnection database, FileStream @lock, string madeBy) => (_database, _lock, _madeBy) = (database, @lock, madeBy);

    /// <summary>The number of this run.</summary>
    public long Run { get; private set; }

    /// <summary>Opens or makes the state of a folder and begins a run. Throws <see cref="SettingsException"/> where it cannot or another run is at work in it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="madeBy">What makes the records: work that another program, rules or models did is done again.</param>
    public static State Open(string folder, string madeBy) => Guarded(folder, () =>
    {
        Directory.CreateDirectory(folder);
        var @lock = Lock(folder);
        var database = SqliteFile.Open(Database(folder));
        var state = new State(database, @lock, madeBy);
        state.Command(StateSchema.Tables).ExecuteNonQuery();
        state.Run = Convert.ToInt64(state.Command(StateSchema.NextRun).ExecuteScalar(), CultureInfo.InvariantCulture);
        return state;
    });

    /// <summary>The file of a folder's state.</summary>
    public static string Database(string folder) => Path.Combine(folder, "state.db");

    /// <summary>Keeps a document's end; on disk with the next <see cref="Commit"/>.</summary>
    public void Put(DocumentEnd end) => Write(() =>
    {
        Command(StateSchema.DropRecords, ("$input", end.Input)).ExecuteNonQuery();
        Command(StateSchema.PutDocument, ("$input", end.Input), ("$run", Run), ("$source", end.Source), ("$content", end.Content), ("$madeBy", _madeBy),
            ("$bytes", end.Bytes), ("$outcome", Name(end.Outcome)), ("$why", end.Why), ("$dropped", Json(end.Dropped)), ("$records", end.Records.Length)).ExecuteNonQuery();
        foreach (var record in end.Records)
            Command(StateSchema.PutRecord, ("$input", end.Input), ("$id", record.Id), ("$link", LinkKey.Of(record)), ("$json", RecordJson.ToJson(record))).ExecuteNonQuery();
    });

    /// <summary>Takes what an earlier run made of a document into this one.</summary>
    public void Touch(string input) => Write(() => Command(StateSchema.Touch, ("$input", input), ("$run", Run)).ExecuteNonQuery());

    /// <summary>Writes all that was kept.</summary>
    public void Commit() => Guarded(_database.DataSource, () =>
    {
        _transaction?.Commit();
        _transaction?.Dispose();
        _transaction = null;
        return true;
    });

    /// <summary>The records of this run in order of id, as the pipeline made them.</summary>
    public IEnumerable<Record> Records()
    {
        using var rows = Command(StateSchema.Records, ("$run", Run)).ExecuteReader();
        while (rows.Read()) yield return RecordJson.FromJson(rows.GetString(0));
    }

    /// <summary>The records of this run that share a link key with another, in order of id.</summary>
    public IEnumerable<LinkEntry> Linkable(Func<string, bool> decided)
    {
        using var rows = Command(StateSchema.Linkable, ("$run", Run)).ExecuteReader();
        while (rows.Read())
        {
            var record = RecordJson.FromJson(rows.GetString(2));
            yield return new(record.Id, rows.GetString(1), record.Source, record.Text.Length, decided(record.Id));
        }
    }

    /// <summary>How many documents the run before had and this one, now that it is done, has not.</summary>
    public int LeftOut() => Convert.ToInt32(Command(StateSchema.LeftOut, ("$run", Run)).ExecuteScalar(), CultureInfo.InvariantCulture);

    /// <summary>The documents of this run in order of input, with the ids of their records.</summary>
    public IEnumerable<LedgerEntry> Documents(LinkPlan plan)
    {
        using var rows = Command(StateSchema.Documents, ("$run", Run)).ExecuteReader();
        while (rows.Read())
        {
            var (input, source, why) = (rows.GetString(0), rows.GetString(1), rows.IsDBNull(3) ? null : rows.GetString(3));
            var outcome = Enum.Parse<Outcome>(rows.GetString(2), ignoreCase: true);
            var dropped = rows.GetString(4);
            if (rows.GetInt64(6) == 0) yield return new(input, source, Outcome.Duplicate, 0, 0, Messages.SameSource(source), "[]");
            else if (outcome == Outcome.Records) yield return Linked(input, source, dropped, plan);
            else yield return new(input, source, outcome, 0, 0, why, dropped);
        }
    }

    public void Dispose()
    {
        _transaction?.Dispose();
        foreach (var command in _commands.Values) command.Dispose();
        _database.Dispose();
        _lock.Dispose();
    }

    // All records in others: the document is a duplicate. Some: it has those that are left.
    private LedgerEntry Linked(string input, string source, string dropped, LinkPlan plan)
    {
        var by = Ids(input).Select(record => record.IsTaken ? record.Id : plan.AbsorbedBy(record.Id)).ToArray();
        var linked = by.Count(other => other is not null);
        return linked == by.Length
            ? new(input, source, Outcome.Duplicate, 0, linked, Messages.AnnouncedIn(by[0]), dropped)
            : new(input, source, Outcome.Records, by.Length - linked, linked, null, dropped);
    }

    // Taken: an earlier capture of the same source has the same announcement.
    private IEnumerable<(string Id, bool IsTaken)> Ids(string input)
    {
        using var rows = Command(StateSchema.IdsOf, ("$input", input), ("$run", Run)).ExecuteReader();
        while (rows.Read()) yield return (rows.GetString(0), rows.GetInt64(1) == 0);
    }

    private void Write(Action write) => Guarded(_database.DataSource, () =>
    {
        _transaction ??= _database.BeginTransaction();
        write();
        return true;
    });

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _commands[sql] = _database.CreateCommand();
#pragma warning disable CA2100 // The constants of StateSchema only; every value is a parameter.
            command.CommandText = sql;
#pragma warning restore CA2100
        }
        command.Transaction = _transaction;
        command.Parameters.Clear();
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private static FileStream Lock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "state.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(Path.Combine(folder, "state.lock")) && e is not FileNotFoundException and not DirectoryNotFoundException)
        {
            throw new SettingsException(Messages.AnotherRun(folder), e);
        }
    }

    private static T Guarded<T>(string where, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteException e)
        {
            throw new SettingsException(Messages.StateUnusable(Directory.Exists(where) ? Database(where) : where, e.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL, e.Message), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(Messages.CannotWrite(where, e), e);
        }
    }

    internal static string Name(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    private static string Json(ImmutableArray<Dropped> dropped)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var drop in dropped)
            {
                json.WriteStartObject();
                Number(json, "start", drop.Span?.Start);
                Number(json, "end", drop.Span?.End);
                json.WriteString("why", drop.Why);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Number(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
