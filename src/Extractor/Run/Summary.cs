using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Extract.Run;

/// <summary>What a run came to. Documents are the sum of their ends, announcements the sum of records and linked ones; <see cref="Verify"/> holds it to that.</summary>
internal sealed record Summary
{
    /// <summary>So many failures are named; for more there is the ledger.</summary>
    public const int Listed = 100;

    /// <summary>The documents of the run by their end.</summary>
    public required ImmutableSortedDictionary<Outcome, int> Documents { get; init; }
    /// <summary>Of them, those that an earlier run had done.</summary>
    public int Unchanged { get; init; }
    /// <summary>Announcements found, before any became one with another, and those that people made by splitting others.</summary>
    public int Announcements { get; init; }
    /// <summary>Of them, those that stand in the record of another.</summary>
    public int Linked { get; init; }
    /// <summary>Records by status.</summary>
    public required ImmutableSortedDictionary<string, int> Statuses { get; init; }
    /// <summary>Why none can be accepted without a person, or null.</summary>
    public string? NothingAccepted { get; init; }
    /// <summary>Reasons of dropped documents.</summary>
    public required ImmutableSortedDictionary<string, int> DroppedWhy { get; init; }
    /// <summary>The first <see cref="Listed"/> documents that failed, with why.</summary>
    public required ImmutableArray<(string Input, string Why)> Failures { get; init; }
    /// <summary>People's decisions on records that this run does not have.</summary>
    public int DecisionsWithoutRecord { get; init; }
    /// <summary>Documents of the run before that are none of this run's: the files hold nothing of them any more.</summary>
    public int LeftOut { get; init; }
    /// <summary>The size of the documents that were worked on.</summary>
    public long Bytes { get; init; }
    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; init; }
    /// <summary>The files that were written, the JSON lines first.</summary>
    public required ImmutableArray<string> Files { get; init; }
    /// <summary>The ledger.</summary>
    public required string Ledger { get; init; }

    /// <summary>All documents.</summary>
    public int Total => Documents.Values.Sum();

    /// <summary>The run at its end, as its state keeps it.</summary>
    public Headway Headway => new()
    {
        Stage = Headway.End,
        Total = Total,
        Unchanged = Unchanged,
        Records = Count(Outcome.Records),
        Duplicates = Count(Outcome.Duplicate),
        Dropped = Count(Outcome.Dropped),
        Failed = Count(Outcome.Failed),
    };

    private int MoreFailures => Count(Outcome.Failed) - Failures.Length;

    private double MegabytesPerSecond => Took > TimeSpan.Zero ? Bytes / 1e6 / Took.TotalSeconds : 0;

    /// <summary>Throws where the sums do not agree: then something was lost, and nobody may rely on the run.</summary>
    public void Verify()
    {
        if (Announcements != Statuses.Values.Sum() + Linked || Failures.Length != Math.Min(Listed, Count(Outcome.Failed)) || DroppedWhy.Values.Sum() != Documents.GetValueOrDefault(Outcome.Dropped))
            throw new InvalidOperationException(Messages.SumsDisagree);
    }

    /// <summary>The lines that say which documents failed.</summary>
    public IEnumerable<string> FailureLines()
    {
        foreach (var (input, why) in Failures) yield return Messages.Line($"{input}: {why}");
        if (MoreFailures > 0) yield return Messages.Line(Messages.MoreFailures(MoreFailures, Ledger));
    }

    /// <summary>The summary for people.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Row(text, "documents", Total, Messages.Ends(Count(Outcome.Records), Count(Outcome.Duplicate), Count(Outcome.Dropped), Count(Outcome.Failed)));
        if (Unchanged > 0) Row(text, "unchanged", Unchanged, Messages.TakenOver);
        Row(text, "announcements", Announcements, Linked > 0 ? Messages.InTwoSources(Linked) : "");
        foreach (var (status, label) in new[] { ("accepted", "accepted"), ("needs-review", "for review"), ("reviewed", "reviewed"), ("rejected", "rejected") })
            if (Statuses.GetValueOrDefault(status) is var count && (count > 0 || status is "accepted" or "needs-review")) Row(text, "  " + label, count, status == "accepted" && count == 0 ? NothingAccepted ?? "" : "");
        Row(text, "dropped", Count(Outcome.Dropped), string.Join(", ", DroppedWhy.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}")) + LanguageHint());
        Row(text, "failed", Count(Outcome.Failed), Failures.IsEmpty ? "" : Messages.TriedAgain);
        if (DecisionsWithoutRecord > 0) Row(text, "decisions", DecisionsWithoutRecord, Messages.DecisionsKept);
        if (LeftOut > 0) Row(text, "left out", LeftOut, Messages.LeftOut);
        text.Append(CultureInfo.InvariantCulture, $"  {"took",-15}{Took.TotalSeconds:0.0} s{(Bytes > 0 ? string.Create(CultureInfo.InvariantCulture, $", {MegabytesPerSecond:0.00} MB/s") : "")}\n");
        text.Append(CultureInfo.InvariantCulture, $"  {"records",-15}{string.Join(", ", Files)}\n  {"ledger",-15}{Ledger}\n");
        return text.ToString();
    }

    /// <summary>The summary for machines: one JSON object.</summary>
    public string ToJson() => JsonText.Of(json =>
    {
        json.WriteNumber("documents", Total);
        foreach (var outcome in Enum.GetValues<Outcome>()) json.WriteNumber(outcome == Outcome.Records ? "withRecords" : Name(outcome), Count(outcome));
        json.WriteNumber("unchanged", Unchanged);
        json.WriteNumber("announcements", Announcements);
        json.WriteNumber("linked", Linked);
        foreach (var (status, name) in new[] { ("accepted", "accepted"), ("needs-review", "needsReview"), ("reviewed", "reviewed"), ("rejected", "rejected") })
            json.WriteNumber(name, Statuses.GetValueOrDefault(status));
        WriteReasons(json);
        json.WriteNumber("decisionsWithoutRecord", DecisionsWithoutRecord);
        json.WriteNumber("leftOut", LeftOut);
        json.WriteNumber("bytes", Bytes);
        json.WriteNumber("seconds", Math.Round(Took.TotalSeconds, 3));
        json.WriteNumber("megabytesPerSecond", Math.Round(MegabytesPerSecond, 3));
        json.WriteStartArray("files");
        foreach (var file in Files) json.WriteStringValue(file);
        json.WriteEndArray();
        json.WriteString("ledger", Ledger);
    });

    private void WriteReasons(Utf8JsonWriter json)
    {
        json.WriteStartObject("droppedWhy");
        foreach (var (why, count) in DroppedWhy) json.WriteNumber(why, count);
        json.WriteEndObject();
        json.WriteStartArray("failures");
        foreach (var (input, why) in Failures)
        {
            json.WriteStartObject();
            json.WriteString("input", input);
            json.WriteString("why", why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (MoreFailures > 0) json.WriteNumber("moreFailures", MoreFailures);
    }

    private string LanguageHint() => DroppedWhy.Keys.Any(why => why.StartsWith("unsupported language", StringComparison.Ordinal)) ? Messages.WhichLanguages : "";

    private int Count(Outcome outcome) => Documents.GetValueOrDefault(outcome);

    private static string Name(Outcome outcome) => outcome == Outcome.Duplicate ? "duplicates" : State.Name(outcome);

    private static void Row(StringBuilder text, string name, int count, string remark) =>
        text.Append(CultureInfo.InvariantCulture, $"  {name,-15}{count}{(remark.Length > 0 ? "   " + remark : "")}\n");
}
