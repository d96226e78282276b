using System.Globalization;

namespace Extract.Tag;

/// <summary>What people are told when a document is too much.</summary>
internal static class TagFaults
{
    public static Fault TooManyTokens(Document document, int tokens, int most) => new(Name(document),
        string.Create(CultureInfo.InvariantCulture, $"{tokens:N0} tokens (words and signs) are more than the limit of {most:N0}."), "Split it, or raise 'tag: maxTokens'.");

    public static Fault TooManyMentions(Document document, int mentions, int most) => new(Name(document),
        string.Create(CultureInfo.InvariantCulture, $"{mentions:N0} mentions are more than the limit of {most:N0}."), "Split it, or raise 'tag: maxMentions'.");

    private static string Name(Document document) => document.Source.Uri ?? document.Source.Id;
}
