using System.Collections.Frozen;

namespace Extract.Read.Html;

/// <summary>What an element is for the text of a page.</summary>
internal enum ElementKind : byte
{
    /// <summary>No element: characters.</summary>
    Text,
    /// <summary>Stands in a line.</summary>
    Inline,
    /// <summary>Breaks the line before and after it.</summary>
    Block,
    /// <summary>h1 to h6.</summary>
    Heading,
    /// <summary>ul, ol, dl, menu.</summary>
    List,
    /// <summary>li, dt, dd.</summary>
    Item,
    /// <summary>table.</summary>
    Table,
    /// <summary>tr.</summary>
    Row,
    /// <summary>td, th.</summary>
    Cell,
    /// <summary>figcaption, caption.</summary>
    Caption,
    /// <summary>pre.</summary>
    Preformatted,
    /// <summary>br, hr.</summary>
    Break,
    /// <summary>Never shows text of the page: script, style, controls of forms, pictures.</summary>
    Silent,
}

/// <summary>What else an element's name tells.</summary>
[Flags]
internal enum ElementTraits : byte
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Its words are bold.</summary>
    Bold = 1,
    /// <summary>Style sheets may set it apart from its neighbour: the words of both do not become one.</summary>
    Separates = 2,
    /// <summary>a.</summary>
    Link = 4,
    /// <summary>h1.</summary>
    Title = 8,
    /// <summary>It may say something of the page: meta, title, script, base, time.</summary>
    States = 16,
}

/// <summary>The kinds of the elements of HTML.</summary>
internal static class ElementKinds
{
    private static readonly FrozenDictionary<string, (ElementKind, ElementTraits)> Known = Make(
        [
            (ElementKind.Block, "html body div p section article main header footer nav aside address blockquote center details summary dir fieldset figure form hgroup legend search tbody thead tfoot colgroup dialog noscript picture"),
            (ElementKind.Heading, "h1 h2 h3 h4 h5 h6"), (ElementKind.List, "ul ol dl menu"), (ElementKind.Item, "li dt dd"),
            (ElementKind.Table, "table"), (ElementKind.Row, "tr"), (ElementKind.Cell, "td th"), (ElementKind.Caption, "figcaption caption"),
            (ElementKind.Preformatted, "pre listing xmp"), (ElementKind.Break, "br hr"),
            (ElementKind.Silent, "script style template svg math iframe object embed canvas audio video map head title meta link base select option optgroup datalist input textarea button progress meter img source track area col param frame frameset noframes noembed applet"),
        ],
        [
            (ElementTraits.Bold, "b strong"), (ElementTraits.Separates, "span a time label small data"), (ElementTraits.Link, "a"), (ElementTraits.Title, "h1"),
            (ElementTraits.States, "meta title script base time"),
        ]);

    public static (ElementKind Kind, ElementTraits Traits) Of(string name) => Known.GetValueOrDefault(name, (ElementKind.Inline, ElementTraits.None));

    private static FrozenDictionary<string, (ElementKind, ElementTraits)> Make((ElementKind Kind, string Names)[] kinds, (ElementTraits Trait, string Names)[] traits)
    {
        var known = kinds.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Kind))).ToDictionary(pair => pair.name, pair => (pair.Kind, ElementTraits.None));
        foreach (var (trait, names) in traits)
            foreach (var name in names.Split(' '))
                known[name] = known.TryGetValue(name, out var told) ? (told.Item1, told.Item2 | trait) : (ElementKind.Inline, trait);
        return known.ToFrozenDictionary();
    }
}
