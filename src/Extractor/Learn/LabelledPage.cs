namespace Extract.Learn;

/// <summary>A page to learn from or to be judged on: its source as it would be ingested, and its gold.</summary>
/// <param name="Source">The source.</param>
/// <param name="Gold">The labels; with or without offsets.</param>
public sealed record LabelledPage(Source Source, GoldDocument Gold);
