using System.Text.Json;
using Extract.Run;

namespace Extract.Commands.RunReporting;

/// <summary>What the ledger of a run says: the one end of every document.</summary>
internal sealed class LedgerFigures
{
    private const int MostShown = 200;
    private readonly Dictionary<Outcome, int> _outcomes = [];

    /// <summary>All documents.</summary>
    public int Documents { get; private set; }
    /// <summary>Records that they gave.</summary>
    public int Records { get; private set; }
    /// <summary>Announcements that stand in records of other documents.</summary>
    public int Linked { get; private set; }
    /// <summary>Reasons of dropped documents.</summary>
    public Counts Dropped { get; } = new();
    /// <summary>Reasons of parts that were dropped from documents which gave records.</summary>
    public Counts Parts { get; } = new();
    /// <summary>Reasons of failures, with numbers left out.</summary>
    public Counts Failed { get; } = new();
    /// <summary>The first failures, each with its reason.</summary>
    public List<(string Input, string Why)> Failures { get; } = [];

    /// <summary>The documents that ended so.</summary>
    public int this[Outcome outcome] => _outcomes.GetValueOrDefault(outcome);

    /// <summary>Reads a ledger line by line. Throws <see cref="SettingsException"/> where there is none, or a line is none of a ledger.</summary>
    public static LedgerFigures Of(string path)
    {
        var figures = new LedgerFigures();
        JsonLines.Read(path, entry => figures.Add(OutcomeOf(entry.GetProperty("outcome").GetString()), entry));
        return figures;
    }

    // By name alone: Enum.Parse would take a number too.
    private static Outcome OutcomeOf(string? name) => Enum.GetValues<Outcome>().First(outcome => State.Name(outcome) == name);

    private void Add(Outcome outcome, JsonElement entry)
    {
        Documents++;
        _outcomes[outcome] = this[outcome] + 1;
        (Records, Linked) = (Records + entry.GetProperty("records").GetInt32(), Linked + entry.GetProperty("linked").GetInt32());
        var why = entry.GetProperty("why").GetString() ?? "";
        if (outcome == Outcome.Dropped) Dropped.Add(why);
        if (outcome == Outcome.Failed) AddFailure(entry.GetProperty("input").GetString()!, why);
        if (outcome == Outcome.Records)
            foreach (var part in entry.GetProperty("dropped").EnumerateArray()) Parts.Add(part.GetProperty("why").GetString() ?? "");
    }

    private void AddFailure(string input, string why)
    {
        Failed.Add(WithoutNumbers(why));
        if (Failures.Count < MostShown) Failures.Add((input, why));
    }

    // "51,000,000 bytes are more than …" is one reason, however many bytes.
    private static string WithoutNumbers(string why)
    {
        var kept = new System.Text.StringBuilder(why.Length);
        for (var i = 0; i < why.Length; i++)
        {
            if (!char.IsAsciiDigit(why[i])) { kept.Append(why[i]); continue; }
            kept.Append('…');
            while (i + 1 < why.Length && (char.IsAsciiDigit(why[i + 1]) || (why[i + 1] is ',' or '.' && i + 2 < why.Length && char.IsAsciiDigit(why[i + 2])))) i++;
        }
        return kept.ToString();
    }
}
