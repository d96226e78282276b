namespace Extract.Run;

/// <summary>Shows how far a run is. Called from one thread.</summary>
internal interface IProgress : IDisposable
{
    /// <summary>Shows it; called for every document.</summary>
    void Show(Headway headway);
}

/// <summary>Says nothing.</summary>
internal sealed class NoProgress : IProgress
{
    public void Show(Headway headway)
    {
    }

    public void Dispose()
    {
    }
}
