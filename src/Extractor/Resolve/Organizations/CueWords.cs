using Extract.Rules;
using Extract.Text;

namespace Extract.Resolve.Organizations;

/// <summary>Words that tell what a body does for an event ("hosts", "supports"), from <c>Rules/organizations/cues.tsv</c>.</summary>
internal sealed class CueWords(WordList list)
{
    /// <summary>The list that ships beside the program.</summary>
    public static CueWords Shipped { get; } = new(WordList.Shipped("cues", "organizations"));

    /// <summary>The words that head a line or a short list, from <c>labels.tsv</c>.</summary>
    public static CueWords Labels { get; } = new(WordList.Shipped("labels", "organizations"));

    /// <summary>The words of offices that publish, from <c>press.tsv</c>.</summary>
    public static CueWords Press { get; } = new(WordList.Shipped("press", "organizations"));

    /// <summary>What the word says, or null.</summary>
    public string? Of(TokenList tokens, int index) => list.Find(tokens, index, index);
}
