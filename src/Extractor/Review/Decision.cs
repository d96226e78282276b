using System.Collections.Immutable;

namespace Extract.Review;

/// <summary>
/// What a person decided of a record, as one line of <c>reviews/NAME.jsonl</c>. It holds the record as it was shown, so that it says what it means
/// on its own, whatever rules and models say later, and can be learned from.
/// </summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Status"><c>reviewed</c> or <c>rejected</c>.</param>
/// <param name="Changes">What they changed, against <paramref name="Record"/>.</param>
/// <param name="Record">The record as it was shown.</param>
public sealed record Decision(string By, DateTimeOffset At, string Status, ImmutableArray<PatchOperation> Changes, Record Record)
{
    /// <summary>The record as decided, by this decision alone. Throws <see cref="InvalidDataException"/> where the changes do not fit it.</summary>
    public Record Decided() => JsonPatch.Apply(Record, Changes) with
    {
        Id = Record.Id,
        Status = Status,
        Questions = [],
        Review = new(By, At, Changes),
    };
}
