namespace Extract.Read.Mail;

/// <summary>The words by which mailing lists and newsletters take their leave.</summary>
internal static class ListWords
{
    private static readonly string[] Phrases =
    [
        "unsubscribe", "mailing list", "listinfo", "list-manage", "opt out of", "opt-out", "manage your subscription", "manage your preferences", "update your preferences", "email preferences",
        "you are receiving this", "you're receiving this", "you received this message", "you have received this", "this email was sent to", "this message was sent to", "googlegroups.com", "groups.io",
        "view this email in your browser", "view in browser", "remove yourself from this list", "jiscmail",
    ];

    public static bool In(ReadOnlySpan<char> words)
    {
        foreach (var phrase in Phrases)
            if (words.Contains(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
