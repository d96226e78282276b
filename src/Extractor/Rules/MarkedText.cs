using System.Text;

namespace Extract.Rules;

/// <summary>A text with a stretch of it marked: "Open on &lt;3 May&gt;". So that no example holds a counted offset.</summary>
/// <param name="Text">The text without the marks.</param>
/// <param name="Span">The marked words; null where none are marked.</param>
public readonly record struct MarkedText(string Text, TextSpan? Span)
{
    /// <summary>Reads one; a sign after <c>\</c> is meant as itself.</summary>
    public static MarkedText Parse(string marked)
    {
        ArgumentNullException.ThrowIfNull(marked);
        var (text, start, end) = (new StringBuilder(marked.Length), -1, -1);
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '<') start = text.Length;
            else if (marked[i] == '>') end = text.Length;
            else text.Append(marked[i] == '\\' && i + 1 < marked.Length ? marked[++i] : marked[i]);
        }
        return new(text.ToString(), start >= 0 && end > start ? new(start, end) : null);
    }
}
