using System.Text.Json;
using Extract.Score;
using Microsoft.Data.Sqlite;

namespace Extract.Run;

/// <summary>What an earlier run did of a document.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="HoldsWhole">All of it holds.</param>
/// <param name="HoldsFindings">Its findings and their probabilities hold; what is accepted is to be judged anew.</param>
internal readonly record struct Earlier(Outcome Outcome, bool HoldsWhole, bool HoldsFindings);

/// <summary>A worker's own look at the state: what of a document need not be done again?</summary>
internal sealed class StateReader : IDisposable
{
    private readonly SqliteConnection _database;
    private readonly SqliteCommand _earlier, _records, _text;
    private readonly StagePrints _prints;
    private readonly string _folder;

    public StateReader(string folder, StagePrints prints)
    {
        (_folder, _prints) = (folder, prints);
        _database = SqliteFile.Open(State.Database(folder), SqliteOpenMode.ReadOnly);
        (_earlier, _records, _text) = (Command(StateSchema.Earlier), Command(StateSchema.RecordsOf), Command(StateSchema.Text));
        _earlier.Parameters.Add("$content", SqliteType.Text);
        _text.Parameters.Add("$content", SqliteType.Text);
        _text.Parameters.AddWithValue("$readBy", prints.Read);
    }

    /// <summary>What was done of a document of the same content; null where nothing that holds.</summary>
    public Earlier? Find(string input, string content)
    {
        (_earlier.Parameters["$input"].Value, _earlier.Parameters["$content"].Value) = (input, content);
        using var row = _earlier.ExecuteReader();
        return row.Read() ? new(Enum.Parse<Outcome>(row.GetString(0), ignoreCase: true), row.GetString(1) == _prints.Made, row.GetString(2) == _prints.Found) : null;
    }

    /// <summary>The records of a document whose findings hold.</summary>
    public IReadOnlyList<Judged> Records(string input)
    {
        var records = new List<Judged>();
        _records.Parameters["$input"].Value = input;
        using var rows = _records.ExecuteReader();
        while (rows.Read()) records.Add(Of(rows.GetString(0), rows.GetString(1)));
        return records;
    }

    /// <summary>The document as an earlier run read it from the same content by the same reader; else null.</summary>
    public Document? Document(string input, string content, Source source)
    {
        (_text.Parameters["$input"].Value, _text.Parameters["$content"].Value) = (input, content);
        if (_text.ExecuteScalar() is not byte[] bytes) return null;
        try
        {
            return DocumentBytes.From(bytes, source);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw StateFaults.Damaged(_folder, e);
        }
    }

    private Judged Of(string record, string doubts)
    {
        try
        {
            return new(RecordJson.FromJson(record), DoubtsJson.From(doubts));
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw StateFaults.Damaged(_folder, e);
        }
    }

    private SqliteCommand Command(string sql)
    {
        var command = _database.CreateCommand();
#pragma warning disable CA2100 // The constants of StateSchema only.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.Add("$input", SqliteType.Text);
        return command;
    }

    public void Dispose()
    {
        foreach (var command in new[] { _earlier, _records, _text }) command.Dispose();
        _database.Dispose();
    }
}
