using Extract.Text;

namespace Extract.Read.Mail;

/// <summary>What a mail is to those before it.</summary>
internal enum MailKind
{
    /// <summary>Written by itself.</summary>
    Own,
    /// <summary>An answer: what it quotes was said before.</summary>
    Reply,
    /// <summary>It passes another on: what it quotes is what it says.</summary>
    Forward,
}

/// <summary>The subject of a mail without what programs put before it.</summary>
/// <param name="Words">Its words, or null.</param>
/// <param name="Kind">What the words before it said.</param>
internal readonly record struct Subject(string? Words, MailKind Kind)
{
    private static readonly string[] Replies = ["re", "aw", "sv", "antw", "antwort", "odp", "vá", "r"];
    private static readonly string[] Forwards = ["fw", "fwd", "wg", "vs", "vb", "tr", "rv", "doorst", "enc", "i"];

    /// <summary>Reads a subject: takes off the prefixes of answers and of mails passed on, and the names of lists.</summary>
    /// <param name="subject">As it stands in the mail.</param>
    /// <param name="isList">The mail came by a mailing list, which puts its name in brackets.</param>
    public static Subject Of(string? subject, bool isList)
    {
        var words = WhiteSpace.Collapse(subject ?? "");
        for (var kind = MailKind.Own; ;)
        {
            if (isList && words.StartsWith('[') && words.IndexOf(']', StringComparison.Ordinal) is > 0 and < 40 and var close && close + 1 < words.Length)
            {
                words = words[(close + 1)..].TrimStart();
                continue;
            }
            if (Prefix(words, out var length) is not { } said) return new(words.Any(char.IsLetter) && !words.Equals("(no subject)", StringComparison.OrdinalIgnoreCase) ? words : null, kind);
            // The outermost says what this mail is.
            if (kind == MailKind.Own) kind = said;
            words = words[length..].TrimStart();
        }
    }

    // "Re:", "RE[2]:", "Fwd :"
    private static MailKind? Prefix(string words, out int length)
    {
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        length = colon + 1;
        if (colon is < 1 or > 12) return null;
        var word = words[..colon].TrimEnd();
        if (word.EndsWith(']') && word.IndexOf('[', StringComparison.Ordinal) is > 0 and var open) word = word[..open];
        if (Replies.Contains(word, StringComparer.OrdinalIgnoreCase)) return MailKind.Reply;
        return Forwards.Contains(word, StringComparer.OrdinalIgnoreCase) ? MailKind.Forward : null;
    }
}
