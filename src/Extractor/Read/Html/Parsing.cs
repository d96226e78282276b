using System.Collections.Frozen;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Extract.Read.Html;

/// <summary>Pages to trees, as browsers do it without running scripts.</summary>
internal static class Parsing
{
    // The attributes that reading looks at, and those that shape the tree (of hidden fields in tables, of formulas and old fonts).
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Needed =
        "id class href role style hidden aria-hidden lang xml:lang type name property content itemprop itemscope itemtype datetime pubdate title encoding color face size"
            .Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HtmlParserOptions Full = new()
    {
        IsScripting = false,
        // Browsers stop nesting at 512 too.
        MaximumDepth = 512,
        SkipComments = true,
        SkipCDATA = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
    };

    // One a thread: making one costs as much as a short page.
    [ThreadStatic] private static HtmlParser? t_lean;

    /// <summary>The page with all that it holds but comments.</summary>
    public static IHtmlDocument Whole(string html) => new HtmlParser(Full).ParseDocument(html);

    /// <summary>The page with the attributes that are needed to read it: a quarter of the time goes into the others.</summary>
    public static IHtmlDocument Read(string html) => (t_lean ??= new(Full with { ShouldEmitAttribute = (ref _, name) => Needed.Contains(name.Span) })).ParseDocument(html.AsMemory());
}
