using Extract.Learn.Judging;

namespace Extract.Commands.Evaluating;

/// <summary>What the command line of <c>evaluate</c> said.</summary>
internal sealed record EvaluateOptions
{
    public required IReadOnlyList<string> Gold { get; init; }
    public int Folds { get; init; }
    public int? Share { get; init; }
    public bool Html { get; init; }
    public bool Several { get; init; }
    public string? Only { get; init; }
    public string? Misses { get; init; }
    public bool Json { get; init; }
    public bool Gate { get; init; }
    public bool Raise { get; init; }
    public bool Lower { get; init; }
    public string? Against { get; init; }
    public string? Records { get; init; }
    public string? Save { get; init; }
    public string? Report { get; init; }

    /// <summary>Why the options do not go together, or null.</summary>
    public string? Conflict =>
        Raise && !Gate ? Messages.OnlyWith("--raise", "--gate")
        : Lower && !Raise ? Messages.OnlyWith("--lower", "--raise")
        : Share is not null && Folds == 0 ? Messages.OnlyWith("--share", "--folds")
        : Folds > 0 && Records is not null ? Messages.NotWith("--folds", "--records")
        : Gate && (Folds > 0 || Several || Html || Only is not null || Gold.Count > 1) ? Messages.GateIsWhole
        : Misses is not null && !Known.Contains(Misses) ? Messages.UnknownField(Misses, Known)
        : null;

    private static IReadOnlyList<string> Known => [.. Fields.Counted, Fields.EventType];
}
