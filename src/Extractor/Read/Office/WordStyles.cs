using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Extract.Read.Office;

/// <summary>What the styles of a Word file say of its paragraphs: headings, items of lists, bold and large letters. A style says what the one says that it rests on.</summary>
internal sealed class WordStyles
{
    private const int Deepest = 20;
    private const double UsualSize = 22; // half points

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    public WordStyles(MainDocumentPart part)
    {
        foreach (var style in part.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
            if (style.StyleId?.Value is { } id) _styles.TryAdd(id, style);
        var stated = part.StyleDefinitionsPart?.Styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle?.FontSize?.Val?.Value
            ?? _styles.Values.FirstOrDefault(style => style.Type?.Value == StyleValues.Paragraph && style.Default?.Value == true)?.StyleRunProperties?.FontSize?.Val?.Value;
        BodySize = Number(stated) ?? UsualSize;
    }

    /// <summary>The size of letters where nothing else is said, in half points.</summary>
    public double BodySize { get; }

    /// <summary>The level of a heading, 1 to 6; 0 for none.</summary>
    public int HeadingLevel(Paragraph paragraph)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } own and < 9) return Math.Min(own + 1, 6);
        foreach (var style in Chain(paragraph))
        {
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level) return level < 9 ? Math.Min(level + 1, 6) : 0;
            var name = style.StyleName?.Val?.Value?.ToLowerInvariant();
            if (name is "title") return 1;
            if (name is "subtitle") return 2;
            if (name?.StartsWith("heading ", StringComparison.Ordinal) == true && int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Math.Clamp(number, 1, 6);
        }
        return 0;
    }

    /// <summary>The depth of an item, from 1; 0 where the paragraph is none.</summary>
    public int ItemDepth(Paragraph paragraph)
    {
        var numbering = paragraph.ParagraphProperties?.NumberingProperties ?? Chain(paragraph).Select(style => style.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(found => found is not null);
        // The number 0 takes an item out of its style's list.
        return numbering is null || numbering.NumberingId?.Val?.Value == 0 ? 0 : Math.Clamp((numbering.NumberingLevelReference?.Val?.Value ?? 0) + 1, 1, 9);
    }

    /// <summary>True for the entries of a table of contents and of an index.</summary>
    public bool IsContents(Paragraph paragraph) => Chain(paragraph).FirstOrDefault()?.StyleName?.Val?.Value?.ToLowerInvariant() is { } name
        && (name.StartsWith("toc ", StringComparison.Ordinal) || name is "table of figures" || name.StartsWith("index ", StringComparison.Ordinal));

    /// <summary>True for a caption of a picture or table.</summary>
    public bool IsCaption(Paragraph paragraph) => Chain(paragraph).Any(style => style.StyleName?.Val?.Value?.ToLowerInvariant() == "caption");

    /// <summary>True where the letters of a run are bold.</summary>
    public bool IsBold(W.Run run, Paragraph paragraph) => IsOn(run.RunProperties?.Bold) ?? Chain(paragraph).Select(style => IsOn(style.StyleRunProperties?.Bold)).FirstOrDefault(said => said is not null) ?? false;

    /// <summary>The size of the letters of a run, in half points.</summary>
    public double Size(W.Run run, Paragraph paragraph) => Number(run.RunProperties?.FontSize?.Val?.Value)
        ?? Chain(paragraph).Select(style => Number(style.StyleRunProperties?.FontSize?.Val?.Value)).FirstOrDefault(said => said is not null) ?? BodySize;

    internal static bool? IsOn(OnOffType? said) => said is null ? null : said.Val?.Value ?? true;

    private IEnumerable<Style> Chain(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var depth = 0; depth < Deepest && id is not null && _styles.TryGetValue(id, out var style); depth++, id = style.BasedOn?.Val?.Value) yield return style;
    }

    private static double? Number(string? text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
