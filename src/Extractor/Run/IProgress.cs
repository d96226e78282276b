namespace Extract.Run;

/// <summary>Shows how far a run is. Called from one thread.</summary>
internal interface IProgress : IDisposable
{
    /// <summary>So many inputs are known so far.</summary>
    void Known(int inputs);

    /// <summary>One more document has ended.</summary>
    void Done(Outcome outcome, long bytes);
}

/// <summary>Says nothing.</summary>
internal sealed class NoProgress : IProgress
{
    public void Known(int inputs)
    {
    }

    public void Done(Outcome outcome, long bytes)
    {
    }

    public void Dispose()
    {
    }
}
