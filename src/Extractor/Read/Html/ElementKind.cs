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

/// <summary>The kinds of the elements of HTML.</summary>
internal static class ElementKinds
{
    private static readonly FrozenDictionary<string, ElementKind> Kinds = Make(
        (ElementKind.Block, "html body div p section article main header footer nav aside address blockquote center details summary dir fieldset figure form hgroup legend search tbody thead tfoot colgroup dialog noscript picture"),
        (ElementKind.Heading, "h1 h2 h3 h4 h5 h6"), (ElementKind.List, "ul ol dl menu"), (ElementKind.Item, "li dt dd"),
        (ElementKind.Table, "table"), (ElementKind.Row, "tr"), (ElementKind.Cell, "td th"), (ElementKind.Caption, "figcaption caption"),
        (ElementKind.Preformatted, "pre listing xmp"), (ElementKind.Break, "br hr"),
        (ElementKind.Silent, "script style template svg math iframe object embed canvas audio video map head title meta link base select option optgroup datalist input textarea button progress meter img source track area col param frame frameset noframes noembed applet"));

    public static ElementKind Of(string name) => Kinds.GetValueOrDefault(name, ElementKind.Inline);

    private static FrozenDictionary<string, ElementKind> Make(params (ElementKind Kind, string Names)[] rows) =>
        rows.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Kind))).ToFrozenDictionary(pair => pair.name, pair => pair.Kind);
}
