namespace Extract;

/// <summary>The exit statuses of the contract.</summary>
internal static class ExitStatus
{
    /// <summary>Done.</summary>
    public const int Done = 0;
    /// <summary>Done, but some documents failed, or a gate or check failed.</summary>
    public const int SomeFailed = 1;
    /// <summary>Wrong use or configuration, or an output that cannot be written.</summary>
    public const int WrongUse = 2;
    /// <summary>A fault of ours.</summary>
    public const int OurFault = 70;
    /// <summary>Interrupted, resumable.</summary>
    public const int Interrupted = 130;
}
