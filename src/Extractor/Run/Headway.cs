namespace Extract.Run;

/// <summary>How far a run is: what progress shows, and a row of the state, so that another terminal can ask. Immutable.</summary>
internal sealed record Headway
{
    /// <summary>The stages that documents pass one by one, all at once.</summary>
    public const string Documents = "fetch–score";
    /// <summary>The same announcement in two sources becomes one record.</summary>
    public const string Link = "link";
    /// <summary>Decisions are applied and the files are written.</summary>
    public const string Publish = "publish";
    /// <summary>The run is at its end.</summary>
    public const string End = "done";

    /// <summary>Where it is.</summary>
    public required string Stage { get; init; }
    /// <summary>The documents of the run; null while nobody can say.</summary>
    public int? Total { get; init; }
    /// <summary>True where the total is what the sizes of the sources let expect, since not all is listed yet.</summary>
    public bool IsExpected { get; init; }
    /// <summary>Of them, those that have ended.</summary>
    public int Done => Records + Duplicates + Dropped + Failed;
    /// <summary>Of those, the ones that an earlier run had done.</summary>
    public int Unchanged { get; init; }
    /// <summary>Documents that gave records.</summary>
    public int Records { get; init; }
    /// <summary>Documents that are in others already: known when all are linked.</summary>
    public int Duplicates { get; init; }
    /// <summary>Documents that announce nothing.</summary>
    public int Dropped { get; init; }
    /// <summary>Documents that could not be used.</summary>
    public int Failed { get; init; }
    /// <summary>Documents a second, of late.</summary>
    public double Rate { get; init; }
    /// <summary>Megabytes of documents that were worked on a second, of late.</summary>
    public double MegabytesPerSecond { get; init; }

    /// <summary>The file that is being written; null before publish.</summary>
    public string? File { get; init; }
    /// <summary>The records that stand in it by now.</summary>
    public int Written { get; init; }

    /// <summary>How long the documents that are left will take at the rate of late; null where that cannot be told.</summary>
    public TimeSpan? TimeLeft => Stage == Documents && Total > Done && Rate > 0 ? TimeSpan.FromSeconds(Math.Min((Total.Value - Done) / Rate, TimeSpan.FromDays(999).TotalSeconds)) : null;
}
