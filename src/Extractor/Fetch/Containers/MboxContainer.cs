namespace Extract.Fetch.Containers;

/// <summary>Mailboxes of many mails in one file, each behind a line <c>From …</c>.</summary>
internal sealed class MboxContainer : IContainer
{
    public IEnumerable<ContainerEntry>? Open(Content content) => Begins(content.Start) ? Entries(content) : null;

    private static IEnumerable<ContainerEntry> Entries(Content content)
    {
        var lines = new ByteLines(content.Stream, content.MaxBytes);
        lines.Next();
        var number = 1;
        for (var more = true; more; number++)
        {
            var mail = Mail(lines, content.MaxBytes, out more);
            yield return ContainerEntry.Of($"{number}.eml", mail) with { MediaType = MediaTypes.Mail };
        }
    }

    // Of a mail that is too large no more is kept than shows it.
    private static MemoryStream Mail(ByteLines lines, long most, out bool more)
    {
        var mail = new MemoryStream();
        var blank = false;
        while (lines.Next() is { IsEmpty: false } line)
        {
            if (blank && IsFrom(line.Span))
            {
                more = true;
                mail.Position = 0;
                return mail;
            }
            blank = line.Span.TrimEnd("\r\n"u8).IsEmpty;
            if (mail.Length <= most) mail.Write(IsQuoted(line.Span) ? line.Span[1..] : line.Span);
        }
        more = false;
        mail.Position = 0;
        return mail;
    }

    // A line of a name and a value stands behind it: prose does begin with "From" too.
    private static bool Begins(ReadOnlySpan<byte> start)
    {
        var end = start.IndexOf((byte)'\n');
        if (end < 0 || !IsFrom(start[..end])) return false;
        var next = start[(end + 1)..];
        var colon = next.IndexOf((byte)':');
        return next.StartsWith(">From "u8) || (colon is > 0 and < 60 && next[..colon].IndexOfAny(" \t\r\n"u8) < 0);
    }

    // "From ana@example.org Mon Jun  4 10:11:12 2018"
    private static bool IsFrom(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8)) return false;
        for (var at = 6; at + 2 < line.Length; at++)
            if (line[at] == ':' && char.IsAsciiDigit((char)line[at - 1]) && char.IsAsciiDigit((char)line[at + 1]) && char.IsAsciiDigit((char)line[at + 2])) return true;
        return false;
    }

    private static bool IsQuoted(ReadOnlySpan<byte> line) => line is [(byte)'>', ..] && line.TrimStart((byte)'>').StartsWith("From "u8);
}
