namespace Extract.Resolve.Labels;

/// <summary>Who is heard when a label is decided: so that <c>evaluate</c> can show what each is worth.</summary>
public enum LabelWitness
{
    /// <summary>The rule file and the classifier, by a learned combination.</summary>
    Both,
    /// <summary>The rule file alone.</summary>
    Rules,
    /// <summary>The classifier alone.</summary>
    Classifier,
}
