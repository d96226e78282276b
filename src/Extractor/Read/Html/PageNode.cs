using AngleSharp.Dom;

namespace Extract.Read.Html;

/// <summary>An element or a run of characters of a page. The nodes of a page stand in one list, in document order: a node's descendants follow it up to <see cref="End"/>.</summary>
internal struct PageNode
{
    /// <summary>The element, or null for characters.</summary>
    public IElement? Element;
    /// <summary>The characters, or null for an element.</summary>
    public string? Characters;
    /// <summary>The node that holds the characters, or null for an element.</summary>
    public IText? TextNode;
    /// <summary>What it is for the text.</summary>
    public ElementKind Kind;
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
    /// <summary>Characters in it that stand in running text: paragraphs that are long enough, and hold no link for the most part.</summary>
    public int Running;

    /// <summary>The share of its text that stands in links.</summary>
    public readonly double LinkDensity => Text == 0 ? 0 : (double)Linked / Text;
}
