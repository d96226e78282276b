namespace Extract.Models;

/// <summary>What could not be used: where, what happened, what to do. A failure is a value; it never stops a run.</summary>
/// <param name="Where">The document, file or address.</param>
/// <param name="What">What happened, in one sentence.</param>
/// <param name="Remedy">What the reader can do about it.</param>
public sealed record Fault(string Where, string What, string Remedy)
{
    /// <summary>The one line that people see.</summary>
    public override string ToString() => $"{Where}: {What} {Remedy}".TrimEnd();
}

/// <summary>Text that gave no record, with the reason kept.</summary>
/// <param name="Span">The words; null for the whole document.</param>
/// <param name="Why">The reason, in a few words: <c>announces nothing</c>, <c>navigation</c>, <c>empty</c>, …</param>
public sealed record Dropped(TextSpan? Span, string Why);
