namespace Extract.Fetch;

/// <summary>The rules of one robots.txt that concern us (RFC 9309): the longest that matches a path decides, and of two alike the one that allows.</summary>
internal sealed class Robots
{
    private const int MostCharacters = 512_000;
    private readonly List<(string Path, bool Allows)> _rules = [];
    private string? _closed;

    /// <summary>Everything may be fetched.</summary>
    public static Robots Open { get; } = new();

    /// <summary>Nothing may be fetched.</summary>
    public static Robots Closed(string why) => new() { _closed = why };

    /// <summary>The rules for the program that names itself so, else those for all.</summary>
    public static Robots Parse(string text, string userAgent)
    {
        var product = Product(userAgent);
        var (ours, everyones) = (new Robots(), new Robots());
        var (isNamed, forUs, forAll, naming) = (false, false, false, false);
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, MostCharacters)).EnumerateLines())
        {
            var words = WithoutComment(line);
            var colon = words.IndexOf(':');
            if (colon < 0) continue;
            var key = words[..colon].Trim();
            var value = words[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (!naming) (forUs, forAll, naming) = (false, false, true);
                if (value.Equals(product, StringComparison.OrdinalIgnoreCase)) forUs = isNamed = true;
                forAll |= value is "*";
            }
            else if (key.Equals("allow", StringComparison.OrdinalIgnoreCase) || key.Equals("disallow", StringComparison.OrdinalIgnoreCase))
            {
                naming = false;
                var rule = (value.ToString(), key.Length == 5);
                if (forUs && !value.IsEmpty) ours._rules.Add(rule);
                if (forAll && !value.IsEmpty) everyones._rules.Add(rule);
            }
        }
        return isNamed ? ours : everyones;
    }

    /// <summary>Why the address must not be fetched, or null.</summary>
    public string? Refusal(Uri address)
    {
        if (_closed is not null) return _closed;
        var path = address.PathAndQuery;
        var (longest, allows) = (-1, true);
        foreach (var (rule, allowing) in _rules)
            if (rule.Length >= longest && Matches(rule, path) && (rule.Length > longest || allowing)) (longest, allows) = (rule.Length, allowing);
        return allows ? null : "its robots.txt asks programs not to fetch it";
    }

    // * is any run of characters, $ at the end is the end of the path. Linear: the last * is the only one that need be tried again.
    private static bool Matches(string rule, string path)
    {
        var whole = rule.EndsWith('$');
        var pattern = whole ? rule.AsSpan(0, rule.Length - 1) : rule;
        var (at, star, resume) = (0, -1, 0);
        for (var i = 0; ;)
        {
            if (at == pattern.Length && (!whole || i == path.Length)) return true;
            if (at < pattern.Length && pattern[at] == '*') { star = at++; resume = i; }
            else if (at < pattern.Length && i < path.Length && pattern[at] == path[i]) { at++; i++; }
            else if (star >= 0 && resume < path.Length) { at = star + 1; i = ++resume; }
            else return false;
        }
    }

    private static string Product(string userAgent)
    {
        var end = userAgent.AsSpan().IndexOfAny('/', ' ');
        return end < 0 ? userAgent : userAgent[..end];
    }

    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf('#');
        return comment < 0 ? line : line[..comment];
    }
}
