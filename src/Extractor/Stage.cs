namespace Extract;

/// <summary>The stages that see one document, in order.</summary>
public enum Stage
{
    /// <summary>Source → document.</summary>
    Read,
    /// <summary>Document → mentions.</summary>
    Tag,
    /// <summary>Mentions → announcements.</summary>
    Split,
    /// <summary>Announcements and mentions → findings.</summary>
    Resolve,
    /// <summary>Findings → records.</summary>
    Score,
}

/// <summary>Looks on while a document goes through the stages: to log, to trace, to take the time. It changes nothing.</summary>
public interface IStageWatch
{
    /// <summary>Does the work of a stage and gives its result.</summary>
    T In<T>(Stage stage, Func<T> work);

    /// <summary>Told after a stage what the document has become so far.</summary>
    void Made(Stage stage, DocumentOutcome outcome)
    {
    }
}
