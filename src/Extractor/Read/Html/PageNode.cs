using AngleSharp.Dom;

namespace Extract.Read.Html;

/// <summary>An element or a run of characters of a page. The nodes of a page stand in one list, in document order: a node's descendants follow it up to <see cref="End"/>.</summary>
internal struct PageNode
{
    /// <summary>The element, or null for characters.</summary>
    public IElement? Element;
    /// <summary>The element's class, id, role, address and property of microdata, each null where it has none.</summary>
    public string? ClassName, Id, Role, Href, ItemProperty;
    /// <summary>What a <c>time</c> says for machines, or null.</summary>
    public string? Stamp;
    /// <summary>The characters, or null for an element.</summary>
    public string? Characters;
    /// <summary>The node that holds the characters, or null for an element.</summary>
    public IText? TextNode;
    /// <summary>What it is for the text.</summary>
    public ElementKind Kind;
    /// <summary>What else the element's name tells.</summary>
    public ElementTraits Traits;
    /// <summary>True where it is no part of the text that is kept.</summary>
    public bool Dropped;
    /// <summary>True where it is or holds an h1.</summary>
    public bool HasTitle;
    /// <summary>The index of the parent; −1 for the root.</summary>
    public int Parent;
    /// <summary>One past the index of the last descendant.</summary>
    public int End;
    /// <summary>Characters in it that are no white space.</summary>
    public int Text;
    /// <summary>Those of them that stand in links.</summary>
    public int Linked;
    /// <summary>The links in it.</summary>
    public int Links;

    /// <summary>True for a link that leads somewhere.</summary>
    public readonly bool IsLink => Href is not null && (Traits & ElementTraits.Link) != 0;

    /// <summary>The share of its text that stands in links.</summary>
    public readonly double LinkDensity => Text == 0 ? 0 : (double)Linked / Text;
}
