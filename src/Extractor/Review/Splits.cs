namespace Extract.Review;

/// <summary>Which of the records that splits have made stand.</summary>
internal static class Splits
{
    /// <summary>
    /// The records that splits have made, where the split still is part of what holds for its record. A split that was taken back after somebody had decided on what it left
    /// is part of that yet: else the words of the other parts would be in no record.
    /// </summary>
    public static IEnumerable<Record> Of(Histories histories)
    {
        var roots = histories.Records.Where(record => !histories.IsMade(record));
        return roots.SelectMany(record => From(record, histories));
    }

    private static IEnumerable<Record> From(string record, Histories histories)
    {
        if (histories.Holding(record) is not { } decision) yield break;
        foreach (var made in histories.Chain(decision).SelectMany(link => link.Made))
        {
            yield return made;
            foreach (var further in From(made.Id, histories)) yield return further;
        }
    }
}
