namespace Extract.Run;

/// <summary>Shows how far a run is. Called from one thread.</summary>
internal interface IProgress : IDisposable
{
    /// <summary>Shows it; called for every document.</summary>
    void Show(Standing standing);
}

/// <summary>Says nothing.</summary>
internal sealed class NoProgress : IProgress
{
    public void Show(Standing standing)
    {
    }

    public void Dispose()
    {
    }
}
