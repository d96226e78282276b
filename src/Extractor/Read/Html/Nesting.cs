using System.Buffers;
using System.Collections.Frozen;

namespace Extract.Read.Html;

/// <summary>
/// Counts how deep the tags of a page stand in each other, in one pass over its characters. The parser walks over all open elements at each tag, whatever depth it
/// is told to keep to, so that what is nested without end costs the square of its length.
/// </summary>
internal sealed class Nesting
{
    /// <summary>No page that people read is as deep.</summary>
    public const int Most = 2_000;

    // What has no end tag, or ends without it where the like begins: many of them in a row are not in each other.
    private static readonly FrozenSet<ulong> Unnested = Set(
        "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot caption colgroup option optgroup rb rp rt rtc a nobr button h1 h2 h3 h4 h5 h6 html head body");
    // What stands in them is no markup.
    private static readonly FrozenSet<ulong> Raw = Set("script style title textarea xmp iframe noembed noframes");
    private static readonly ulong Svg = Key("svg"), Math = Key("math");

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    private readonly Stack<ulong> _open = new();
    private readonly Dictionary<ulong, int> _counts = [];
    private int _foreign;

    /// <summary>True where more than <see cref="Most"/> elements are open at once.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> html)
    {
        if (html.Count('<') <= Most) return false;
        var nesting = new Nesting();
        while (html.IndexOf('<') is >= 0 and var at)
        {
            html = nesting.Take(html[(at + 1)..]);
            if (nesting._open.Count > Most) return true;
        }
        return false;
    }

    // What follows the tag or comment that begins here.
    private ReadOnlySpan<char> Take(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("!--")) return From(rest, "-->");
        var closes = rest.StartsWith('/');
        if (closes) rest = rest[1..];
        if (rest.IsEmpty || !char.IsAsciiLetter(rest[0])) return rest;
        var length = rest.IndexOfAny(NameEnds);
        if (length < 0) return [];
        var name = Key(rest[..length]);
        var after = AfterTag(rest[length..], out var closesItself);
        if (closes) Close(name);
        else if (Raw.Contains(name)) return AfterRaw(after, rest[..length]);
        else if (!Unnested.Contains(name) && !(closesItself && _foreign > 0)) Open(name);
        return after;
    }

    private void Open(ulong name)
    {
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, name, out _)++;
        _open.Push(name);
        if (name == Svg || name == Math) _foreign++;
    }

    // An end tag ends all that was opened since; one of nothing open ends nothing.
    private void Close(ulong name)
    {
        if (_counts.GetValueOrDefault(name) == 0) return;
        for (var found = false; !found;)
        {
            var last = _open.Pop();
            _counts[last]--;
            if (last == Svg || last == Math) _foreign--;
            found = last == name;
        }
    }

    // A ">" in a quoted value ends no tag.
    private static ReadOnlySpan<char> AfterTag(ReadOnlySpan<char> rest, out bool closesItself)
    {
        closesItself = false;
        if (rest.StartsWith('>')) return rest[1..];
        while (rest.IndexOfAny('>', '=') is >= 0 and var at)
        {
            closesItself = at > 0 && rest[at - 1] == '/';
            var ends = rest[at] == '>';
            rest = rest[(at + 1)..];
            if (ends) return rest;
            rest = rest.TrimStart();
            if (rest.StartsWith('"')) rest = From(rest[1..], "\"");
            else if (rest.StartsWith('\'')) rest = From(rest[1..], "'");
        }
        return [];
    }

    private static ReadOnlySpan<char> AfterRaw(ReadOnlySpan<char> rest, ReadOnlySpan<char> name)
    {
        while (!rest.IsEmpty)
        {
            rest = From(rest, "</");
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)) break;
        }
        return rest;
    }

    private static ReadOnlySpan<char> From(ReadOnlySpan<char> rest, ReadOnlySpan<char> mark) => rest.IndexOf(mark) is >= 0 and var at ? rest[(at + mark.Length)..] : [];

    // A hash of the name in lower case (FNV-1a): two names of one page do not meet by chance.
    private static ulong Key(ReadOnlySpan<char> name)
    {
        var key = 14695981039346656037UL;
        foreach (var c in name) key = (key ^ (c is >= 'A' and <= 'Z' ? c | 0x20UL : c)) * 1099511628211UL;
        return key;
    }

    private static FrozenSet<ulong> Set(string names) => names.Split(' ').Select(name => Key(name)).ToFrozenSet();
}
