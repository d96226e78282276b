namespace Extract.Text;

/// <summary>White space that says nothing.</summary>
internal static class WhiteSpace
{
    /// <summary>The words on one line, with one blank between them and none at the ends.</summary>
    public static string Collapse(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
