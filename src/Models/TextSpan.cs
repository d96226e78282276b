namespace Extract.Models;

/// <summary>A half-open stretch of <see cref="Document.Text"/>, in UTF-16 code units: <c>text[Start..End]</c>.</summary>
/// <param name="Start">The first code unit, counted from the start of the document's text.</param>
/// <param name="End">One past the last code unit.</param>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>The number of code units.</summary>
    public int Length => End - Start;

    /// <summary>True where the other span lies wholly inside this one.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>True where the offset lies inside this span.</summary>
    public bool Contains(int offset) => Start <= offset && offset < End;

    /// <summary>True where the two share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The words of the span.</summary>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Substring(Start, Length);
    }

    /// <summary>The same span without white space at its ends; empty where there is nothing else.</summary>
    public TextSpan Trim(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (start, end) = (Start, End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new(start, end);
    }

    /// <summary>Orders by start, then the longer first.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : other.End.CompareTo(End);

    /// <inheritdoc/>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;
    /// <inheritdoc/>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;
    /// <inheritdoc/>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;
    /// <inheritdoc/>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;
}
