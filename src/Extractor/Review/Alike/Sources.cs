using Extract.Review.Index;

namespace Extract.Review.Alike;

/// <summary>What makes two records of one source.</summary>
internal static class Sources
{
    /// <summary>True where both came from one site, or from one folder or file of documents.</summary>
    public static bool AreSame(Record one, Record other) => string.Equals(Name(one.Source), Name(other.Source), StringComparison.Ordinal);

    /// <summary>True where both have the same title, whatever its letters' case and accents.</summary>
    public static bool AreTitledAlike(Record one, Record other) => Text.Folding.Fold(one.Title) == Text.Folding.Fold(other.Title);

    private static string Name(RecordSource source) => SourceName.Of(source.Id, source.Uri);
}
