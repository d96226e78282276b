using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Extract.Review;

/// <summary>
/// What a person decided of a record, as one line of <c>reviews/NAME.jsonl</c>. It holds the record as it was shown, so that it says what it means
/// on its own, whatever rules and models say later, and can be learned from.
/// </summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Status">One of <see cref="DecisionStatus"/>.</param>
/// <param name="Changes">What they changed, against <paramref name="Record"/>.</param>
/// <param name="Record">The record as it was shown; null only in a line that takes others back.</param>
public sealed record Decision(string By, DateTimeOffset At, string Status, ImmutableArray<PatchOperation> Changes, Record? Record)
{
    /// <summary>Its name, unique in all files: a new one for each decision that is made.</summary>
    public string Id { get; init; } = NewId();
    /// <summary>What the person wrote about it, or null.</summary>
    public string? Note { get; init; }
    /// <summary>What it shares with the other decisions of one answer for many records, or null.</summary>
    public string? Batch { get; init; }
    /// <summary>How many lines its batch has: a file that holds fewer was cut off while it was written.</summary>
    public int Of { get; init; } = 1;
    /// <summary>The records that it makes beside its own: the further parts of one that was split.</summary>
    public ImmutableArray<Record> Made { get; init; } = [];
    /// <summary>The id of the record that took this one in when two were merged, or null.</summary>
    public string? Into { get; init; }
    /// <summary>The decision or the batch that an <c>undone</c> takes back, or null.</summary>
    public string? Undoes { get; init; }

    /// <summary>A name that no other decision or batch has.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(9));

    /// <summary>The name of a decision of an older file, which has none of its own.</summary>
    internal static string OldId(string record, DateTimeOffset at) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{record}\n{at.UtcDateTime:O}"))).AsSpan(0, 9));

    /// <summary>A line that takes back a decision, or a whole batch.</summary>
    public static Decision Undoing(string target, string by, DateTimeOffset at) => new(by, at, DecisionStatus.Undone, [], null) { Undoes = target };

    /// <summary>
    /// The record as decided, by this decision alone. One that leaves it open has those questions yet that the changes do not answer. Throws
    /// <see cref="InvalidDataException"/> where the changes do not fit it, or there is no record.
    /// </summary>
    public Record Decided()
    {
        if (Record is null) throw new InvalidDataException(Messages.DecisionLacks);
        var decided = JsonPatch.Apply(Record, Changes) with { Id = Record.Id, Review = new(By, At, Changes) };
        if (Status != DecisionStatus.Open) return decided with { Status = Status, Questions = [] };
        var left = OpenQuestions.Left(Record, decided, Changes);
        return decided with { Status = left.IsEmpty ? DecisionStatus.Reviewed : "needs-review", Questions = left };
    }
}
