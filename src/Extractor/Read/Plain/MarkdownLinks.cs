using System.Collections.Immutable;

namespace Extract.Read.Plain;

/// <summary>The links of a Markdown page: <c>[words](address)</c> and <c>&lt;address&gt;</c>.</summary>
internal static class MarkdownLinks
{
    public static ImmutableArray<Hyperlink> Of(string text, string? page)
    {
        var links = ImmutableArray.CreateBuilder<Hyperlink>();
        for (var at = text.AsSpan().IndexOfAny('[', '<'); at >= 0;)
        {
            var end = text[at] == '[' ? Bracketed(text, at, page, links) : Angled(text, at, links);
            var next = text.AsSpan(end).IndexOfAny('[', '<');
            at = next < 0 ? -1 : end + next;
        }
        return links.ToImmutable();
    }

    private static int Bracketed(string text, int open, string? page, ImmutableArray<Hyperlink>.Builder links)
    {
        var line = text.AsSpan(open, Math.Min(text.Length - open, 1000));
        var close = line.IndexOf("](");
        // "[![picture](a)](b)" and "[x] … [y](z)": the innermost bracket is the link's.
        if (close < 0 || line[1..close].Contains('[')) return open + 1;
        var end = line[close..].IndexOf(')');
        var isPicture = open > 0 && text[open - 1] == '!';
        var span = new TextSpan(open + 1, open + close).Trim(text);
        if (end < 0 || isPicture || span.Length == 0) return open + 1;
        var address = line[(close + 2)..(close + end)].Trim();
        var blank = address.IndexOfAny(' ', '\n');
        if (blank >= 0) address = address[..blank];
        if (!address.IsEmpty) links.Add(new(span, Addresses.Absolute(address.Trim("<>").ToString(), page)));
        return open + close + end;
    }

    private static int Angled(string text, int open, ImmutableArray<Hyperlink>.Builder links)
    {
        var rest = text.AsSpan(open + 1);
        if (!rest.StartsWith("http://") && !rest.StartsWith("https://")) return open + 1;
        var close = rest.IndexOfAny('>', '\n', ' ');
        if (close < 0 || rest[close] != '>') return open + 1;
        links.Add(new(new(open + 1, open + 1 + close), rest[..close].ToString()));
        return open + 1 + close;
    }
}
