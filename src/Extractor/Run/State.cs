using System.Globalization;
using System.Text.Json;
using Extract.Link;
using Extract.Score;
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
    private readonly string _folder;
    private readonly StagePrints _prints;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private SqliteTransaction? _transaction;

    private State(SqliteConnection database, FileStream @lock, string folder, StagePrints prints, TimeProvider time) =>
        (_database, _lock, _folder, _prints, _time) = (database, @lock, folder, prints, time);

    /// <summary>The number of this run.</summary>
    public long Run { get; private set; }

    /// <summary>Opens or makes the state of a folder and begins a run. Throws <see cref="SettingsException"/> where it cannot or another run is at work in it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="prints">What the work depends on: what another program, rules, models or settings did is done again from the first stage that changed.</param>
    /// <param name="time">The clock.</param>
    public static State Open(string folder, StagePrints prints, TimeProvider time) => Guarded(folder, folder, () =>
    {
        Directory.CreateDirectory(folder);
        var @lock = StateLock.Take(folder);
        try
        {
            var state = new State(SqliteFile.Open(Database(folder)), @lock, folder, prints, time);
            state.Begin();
            return state;
        }
        catch
        {
            @lock.Dispose();
            throw;
        }
    });

    private void Begin()
    {
        Command(StateSchema.Mode).ExecuteNonQuery();
        StateFaults.Verify(_database, _folder);
        _transaction = _database.BeginTransaction();
        if (Number(StateSchema.Version) != StateSchema.ThisVersion) Command(StateSchema.Drop).ExecuteNonQuery();
        Command(StateSchema.Tables).ExecuteNonQuery();
        Run = Convert.ToInt64(Command(StateSchema.NextRun, ("$now", Now), ("$stage", Headway.Documents)).ExecuteScalar(), CultureInfo.InvariantCulture);
        End();
    }

    /// <summary>Takes all of the run before into this one but what failed.</summary>
    /// <returns>How many documents.</returns>
    public int TakeOver()
    {
        var count = 0;
        Write(() => count = Command(StateSchema.TakeOver, ("$run", Run)).ExecuteNonQuery());
        End();
        return count;
    }

    /// <summary>The file of a folder's state.</summary>
    public static string Database(string folder) => Path.Combine(folder, "state.db");

    /// <summary>Keeps a document's end; on disk with the next <see cref="Commit"/>.</summary>
    public void Put(DocumentEnd end) => Write(() =>
    {
        Command(StateSchema.DropRecords, ("$input", end.Input)).ExecuteNonQuery();
        Command(StateSchema.PutDocument, ("$input", end.Input), ("$run", Run), ("$source", end.Source), ("$content", end.Content), ("$foundBy", _prints.Found), ("$madeBy", _prints.Made),
            ("$bytes", end.Bytes), ("$outcome", Name(end.Outcome)), ("$why", end.Why), ("$dropped", DroppedJson.Of(end.Dropped)), ("$records", end.Records.Length)).ExecuteNonQuery();
        foreach (var (record, doubts) in end.Records)
            Command(StateSchema.PutRecord, ("$input", end.Input), ("$id", record.Id), ("$link", LinkKey.Of(record)), ("$json", RecordJson.ToJson(record)), ("$doubts", DoubtsJson.Of(doubts))).ExecuteNonQuery();
        if (end.Page is { } page) Command(StateSchema.PutPage, ("$input", end.Input), ("$mediaType", end.MediaType), ("$charset", end.Charset), ("$page", page)).ExecuteNonQuery();
        if (end.Text is { } text) Command(StateSchema.PutText, ("$input", end.Input), ("$content", end.Content), ("$readBy", _prints.Read), ("$document", text)).ExecuteNonQuery();
    });

    /// <summary>Keeps a document's records as the settings of now accept them; all else of it stays.</summary>
    public void Accept(string input, IEnumerable<Record> records) => Write(() =>
    {
        Command(StateSchema.TouchAccepted, ("$input", input), ("$run", Run), ("$madeBy", _prints.Made)).ExecuteNonQuery();
        foreach (var record in records) Command(StateSchema.PutAccepted, ("$input", input), ("$id", record.Id), ("$json", RecordJson.ToJson(record))).ExecuteNonQuery();
    });

    /// <summary>Takes what an earlier run made of a document into this one.</summary>
    public void Touch(string input) => Write(() => Command(StateSchema.Touch, ("$input", input), ("$run", Run)).ExecuteNonQuery());

    /// <summary>Writes all that was kept, and how far the run is.</summary>
    public void Commit(Headway headway)
    {
        Write(() => Command(StateSchema.Note, ("$run", Run), ("$now", Now), ("$stage", headway.Stage), ("$total", headway.Total), ("$unchanged", headway.Unchanged), ("$withRecords", headway.Records),
            ("$duplicates", headway.Duplicates), ("$dropped", headway.Dropped), ("$failed", headway.Failed), ("$rate", headway.Rate), ("$megabytesPerSecond", headway.MegabytesPerSecond), ("$expected", headway.IsExpected)).ExecuteNonQuery());
        End();
    }

    private void End() => Guarded(_folder, _database.DataSource, () =>
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
        while (rows.Read()) yield return Record(rows.GetString(0));
    }

    /// <summary>The record of that id as the pipeline made it in this run, or null.</summary>
    public Record? Find(string id) => Command(StateSchema.RecordOf, ("$run", Run), ("$id", id)).ExecuteScalar() is string json ? Record(json) : null;

    /// <summary>The records of this run that share a link key with another, in order of key and then of id.</summary>
    public IEnumerable<LinkEntry> Linkable(Func<string, bool> decided)
    {
        using var rows = Command(StateSchema.Linkable, ("$run", Run)).ExecuteReader();
        while (rows.Read())
        {
            var record = Record(rows.GetString(2));
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

    private Record Record(string json)
    {
        try
        {
            return RecordJson.FromJson(json);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw StateFaults.Damaged(_folder, e);
        }
    }

    private string Now => _time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private long Number(string sql) => Convert.ToInt64(Command(sql).ExecuteScalar(), CultureInfo.InvariantCulture);

    private void Write(Action write) => Guarded(_folder, _database.DataSource, () =>
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

    private static T Guarded<T>(string folder, string where, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteException e)
        {
            throw StateFaults.Of(folder, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(Messages.CannotWrite(where, e), e);
        }
    }

    internal static string Name(Outcome outcome) => outcome.ToString().ToLowerInvariant();
}
