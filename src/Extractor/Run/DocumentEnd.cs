using System.Collections.Immutable;
using Extract.Score;

namespace Extract.Run;

/// <summary>How a document can end; every document ends in exactly one way.</summary>
internal enum Outcome
{
    /// <summary>It gave records.</summary>
    Records,
    /// <summary>It is, or all of its records are, in another document already.</summary>
    Duplicate,
    /// <summary>It announces nothing, is empty, …</summary>
    Dropped,
    /// <summary>It could not be used.</summary>
    Failed,
}

/// <summary>The end of one document.</summary>
/// <param name="Input">What was asked for: a path or an address.</param>
/// <param name="Source">The source's id; <paramref name="Input"/> where it could not be fetched.</param>
/// <param name="Content">A hash of the bytes and of all else that the source brings; null where it could not be fetched.</param>
/// <param name="Bytes">The size of the source.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Why">Why it was dropped or failed; null for records.</param>
/// <param name="Records">Its records, each with what its acceptance rests on.</param>
/// <param name="Dropped">What of it gave no record.</param>
internal sealed record DocumentEnd(
    string Input, string Source, string? Content, long Bytes, Outcome Outcome, string? Why, ImmutableArray<Judged> Records, ImmutableArray<Dropped> Dropped)
{
    /// <summary>The document as it was read, to be kept; null where it was not, or an earlier run's is kept already.</summary>
    public byte[]? Text { get; init; }

    /// <summary>The page as it was fetched from the web, to be kept (<see cref="PageBytes"/>); null where it lies in a file.</summary>
    public byte[]? Page { get; init; }

    /// <summary>The media type of the page, without parameters.</summary>
    public string? MediaType { get; init; }

    /// <summary>The charset that the page's server declared, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>The end of a document that could not be fetched or used.</summary>
    public static DocumentEnd Failed(string input, Fault fault, Source? source = null, string? content = null) =>
        new(input, source?.Id ?? input, content, source?.Bytes.Length ?? 0, Outcome.Failed, $"{fault.What} {fault.Remedy}".TrimEnd(), [], []);

    /// <summary>The end of what is no document: a picture in an archive.</summary>
    public static DocumentEnd Unread(string input, Dropped dropped) => new(input, input, $"unread: {dropped.Why}", 0, Outcome.Dropped, dropped.Why, [], []);

    /// <summary>The end that the pipeline gave a document.</summary>
    public static DocumentEnd Of(string input, Source source, string content, ImmutableArray<Judged> records, ImmutableArray<Dropped> dropped)
    {
        var ended = records.IsEmpty ? Outcome.Dropped : Outcome.Records;
        return new(input, source.Id, content, source.Bytes.Length, ended, ended == Outcome.Dropped ? Dropping.Reason(dropped) : null, records, dropped);
    }
}
