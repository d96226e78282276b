namespace Extract.Review;

/// <summary>What a decision does to its record.</summary>
public static class DecisionStatus
{
    /// <summary>The record is right as it is after the changes; nothing more is asked.</summary>
    public const string Reviewed = "reviewed";
    /// <summary>It announces nothing, or went into another record.</summary>
    public const string Rejected = "rejected";
    /// <summary>The changes hold, and the record waits on for what they do not answer.</summary>
    public const string Open = "open";
    /// <summary>"Cannot tell": nothing changes, and the record waits at the end.</summary>
    public const string Unsure = "unsure";
    /// <summary>Takes back a decision or a whole batch.</summary>
    public const string Undone = "undone";

    /// <summary>True for one of these.</summary>
    public static bool IsOne(string? status) => status is Reviewed or Rejected or Open or Unsure or Undone;

    /// <summary>True for a record that a person has settled as it stands, of which nothing is asked anew.</summary>
    internal static bool IsSettled(Record record) => record is { Status: Reviewed or Rejected, Questions.IsEmpty: true };

    /// <summary>True for those that say how the record is to be: the last one of them holds.</summary>
    public static bool Holds(string? status) => status is Reviewed or Rejected or Open;
}
