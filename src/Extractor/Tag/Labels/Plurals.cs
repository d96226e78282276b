namespace Extract.Tag.Labels;

/// <summary>The regular plural of a phrase, so that a rule file need not hold both.</summary>
internal static class Plurals
{
    /// <summary>The phrase, and its plural where the last word is one that takes it: letters only, in lower case, not a plural already.</summary>
    public static IEnumerable<string> Of(string phrase)
    {
        yield return phrase;
        var word = phrase[(phrase.LastIndexOfAny([' ', '-', '/']) + 1)..];
        if (word.Length < 3 || !word.All(char.IsAsciiLetterLower)) yield break;
        if (word.EndsWith('s') || word.EndsWith("ing", StringComparison.Ordinal) && word.Length > 8 || word.EndsWith("ed", StringComparison.Ordinal)) yield break;
        yield return phrase[..^word.Length] + Plural(word);
    }

    private static string Plural(string word) => word switch
    {
        [.., 'a' or 'e' or 'i' or 'o' or 'u', 'y'] => word + "s",
        [.., 'y'] => word[..^1] + "ies",
        [.., 'x' or 'z'] or [.., 'c' or 's', 'h'] => word + "es",
        [.., 'm', 'a', 'n'] => word[..^2] + "en",
        _ => word + "s",
    };
}
