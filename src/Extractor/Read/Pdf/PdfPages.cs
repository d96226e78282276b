using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Extract.Read.Pdf;

/// <summary>Takes the words off the pages of a PDF file and puts them into reading order. A page that cannot be read is passed over.</summary>
/// <param name="Pages">The pages that could be read.</param>
/// <param name="Count">How many the file has.</param>
/// <param name="Letters">The letters on them.</param>
/// <param name="HasImages">One of them shows a picture.</param>
internal sealed record PdfPages(List<PdfPage> Pages, int Count, int Letters, bool HasImages)
{
    /// <summary>More pages than this are a book, and no announcement.</summary>
    public const int MostPages = 2000;
    /// <summary>More letters than this take minutes and gigabytes to put in order.</summary>
    public const int MostLetters = 5_000_000;

    private static readonly NearestNeighbourWordExtractor Words = new(new() { MaxDegreeOfParallelism = 1 });

    /// <summary>The pages of a file; no more are read once they have more letters than a limit.</summary>
    public static PdfPages Of(PdfDocument pdf, int mostLetters, CancellationToken cancellation)
    {
        var (pages, letters, images) = (new List<PdfPage>(), 0, false);
        for (var number = 1; number <= pdf.NumberOfPages && letters <= mostLetters; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Try(pdf, number) is not { } page) continue;
            letters += page.Letters.Count;
            images |= page.NumberOfImages > 0;
            pages.Add(ToPage(page));
        }
        return new(pages, pdf.NumberOfPages, letters, images);
    }

    private static Page? Try(PdfDocument pdf, int number)
    {
        try
        {
            return pdf.GetPage(number);
        }
#pragma warning disable CA1031 // A damaged page throws all sorts of exceptions; the others still speak.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    // Text may run in any of four directions; each is read by itself, the one of most words first.
    private static PdfPage ToPage(Page page)
    {
        var links = Links(page);
        // Shadows and false bold print the same letters twice.
        var letters = DuplicateOverlappingTextProcessor.Get(page.Letters);
        var turned = Words.GetWords(letters).Select(word => (Quarter: Quarter(word), Word: word)).GroupBy(pair => pair.Quarter, pair => pair.Word).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).ToList();
        var lines = turned.SelectMany(group => Columns.Read([.. group.Select(word => ToWord(word, group.Key, page, links)).Where(word => word.Text.Length > 0)])).ToList();
        return new(page.Number, turned.Count > 0 && turned[0].Key % 2 == 1 ? page.Width : page.Height, lines);
    }

    private static int Quarter(Word word)
    {
        var letter = word.Letters[0];
        var (x, y) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        return (int)Math.Round(Math.Atan2(y, x) / (Math.PI / 2)) & 3;
    }

    private static PdfWord ToWord(Word word, int quarter, Page page, List<(PdfRectangle Bounds, string Href)> links)
    {
        var (first, last) = (Turned(word.Letters[0].StartBaseLine, quarter, page), Turned(word.Letters[^1].EndBaseLine, quarter, page));
        var middle = word.BoundingBox.Centroid;
        var href = links.Find(link => link.Bounds.Left - 1 <= middle.X && middle.X <= link.Bounds.Right + 1 && link.Bounds.Bottom - 1 <= middle.Y && middle.Y <= link.Bounds.Top + 1).Href;
        var size = word.Letters.Max(letter => letter.PointSize);
        return new(Ligatures.Spell(word.Text), first.X, Math.Max(first.X, last.X), first.Y, size > 0.5 ? size : Math.Max(1, word.BoundingBox.Height), IsBold(word.Letters[0]), href);
    }

    private static (double X, double Y) Turned(PdfPoint point, int quarter, Page page) => quarter switch
    {
        1 => (point.Y, page.Width - point.X),
        2 => (page.Width - point.X, page.Height - point.Y),
        3 => (page.Height - point.Y, point.X),
        _ => (point.X, point.Y),
    };

    private static bool IsBold(Letter letter) => letter.FontDetails?.IsBold == true || letter.FontDetails?.Weight >= 600
        || (letter.FontName is { } name && (name.Contains("bold", StringComparison.OrdinalIgnoreCase) || name.Contains("black", StringComparison.OrdinalIgnoreCase) || name.Contains("heavy", StringComparison.OrdinalIgnoreCase)))
        || letter.RenderingMode == TextRenderingMode.FillThenStroke;

    private static List<(PdfRectangle, string)> Links(Page page)
    {
        try
        {
            return [.. page.GetHyperlinks().Where(link => !string.IsNullOrWhiteSpace(link.Uri)).Select(link => (link.Bounds, link.Uri))];
        }
#pragma warning disable CA1031 // Links are an extra: a broken annotation must not cost the page.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return [];
        }
    }
}
