namespace Extract.Read.Pdf;

/// <summary>
/// Puts the words of a page into reading order: finds columns of running text and reads each to its end; what stands above and below them goes before and after.
/// The columns of a table are no columns of text: their rows are read across.
/// </summary>
internal sealed class Columns
{
    private const int Deepest = 12;
    private const int FewestLines = 3;
    private const int MostEdges = 16;
    private readonly List<PdfLine> _lines = [];

    /// <summary>The lines in reading order.</summary>
    public static List<PdfLine> Read(List<PdfWord> words)
    {
        var columns = new Columns();
        if (words.Count > 0) columns.Cut(words, (words.Min(word => word.Left), words.Max(word => word.Right)), 0);
        return columns._lines;
    }

    private void Cut(List<PdfWord> words, (double Left, double Right) region, int depth)
    {
        if (words.Count == 0) return;
        if (depth < Deepest && Best(words, region) is { } zone)
        {
            Cut([.. words.Where(word => word.Baseline >= zone.Top)], region, depth + 1);
            var inside = words.Where(word => word.Baseline < zone.Top && word.Baseline > zone.Bottom).ToList();
            Cut([.. inside.Where(word => word.Left < zone.Edge)], Extent(inside.Where(word => word.Left < zone.Edge)), depth + 1);
            Cut([.. inside.Where(word => word.Left >= zone.Edge)], Extent(inside.Where(word => word.Left >= zone.Edge)), depth + 1);
            Cut([.. words.Where(word => word.Baseline <= zone.Bottom)], region, depth + 1);
            return;
        }
        _lines.AddRange(Lines(words).Select(line => new PdfLine(line, region)));
    }

    // A stretch of the page that an empty strip left of an edge divides into two columns.
    private readonly record struct Zone(double Edge, double Top, double Bottom, int Words);

    private static Zone? Best(List<PdfWord> words, (double Left, double Right) region)
    {
        if (words.Count < FewestLines * 4) return null;
        var size = Median(words.Select(word => word.Size));
        var edges = words.Where(word => word.Left > region.Left + ((region.Right - region.Left) * 0.15)).GroupBy(word => (int)Math.Round(word.Left / 2))
            .Where(group => group.Count() >= FewestLines).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Take(MostEdges)
            .Select(group => group.Min(word => word.Left));
        Zone? best = null;
        foreach (var edge in edges)
            foreach (var zone in Zones(words, edge, size))
                if (best is null || zone.Words > best.Value.Words) best = zone;
        return best;
    }

    // Words across the strip end a zone, and their lines belong to none.
    private static IEnumerable<Zone> Zones(List<PdfWord> words, double edge, double size)
    {
        var barriers = words.Where(word => word.Left < edge - 0.5 && word.Right > edge - (0.8 * size)).OrderByDescending(word => word.Baseline).ToList();
        var top = double.MaxValue;
        foreach (var barrier in barriers.Append(null))
        {
            var bottom = barrier is null ? double.MinValue : barrier.Baseline + (barrier.Size * 0.35);
            var inside = words.Where(word => word.Baseline < top && word.Baseline > bottom).ToList();
            var left = Lines([.. inside.Where(word => word.Left < edge - 0.5)]);
            var right = Lines([.. inside.Where(word => word.Left >= edge - 0.5)]);
            if (left.Count >= FewestLines && right.Count >= FewestLines && !IsTable(left, right)) yield return new(edge - 0.5, top, bottom, inside.Count);
            if (barrier is not null) top = barrier.Baseline - (barrier.Size * 0.35);
        }
    }

    // The lines of a table stand beside each other, and at least one of its columns holds but a few words in each.
    private static bool IsTable(List<List<PdfWord>> left, List<List<PdfWord>> right)
    {
        var (few, many) = left.Count <= right.Count ? (left, right) : (right, left);
        var beside = few.Count(line => many.Exists(other => Math.Abs(other[0].Baseline - line[0].Baseline) < line[0].Size * 0.25));
        return beside >= few.Count * 0.75 && Math.Min(left.Average(line => line.Count), right.Average(line => line.Count)) < 4;
    }

    /// <summary>The words of a region as lines, from top to bottom and from left to right.</summary>
    internal static List<List<PdfWord>> Lines(List<PdfWord> words)
    {
        var lines = new List<List<PdfWord>>();
        var (top, bottom) = (0.0, 0.0);
        foreach (var word in words.OrderByDescending(word => word.Baseline).ThenBy(word => word.Left))
        {
            // A raised or smaller word overlaps its line by half of its height.
            if (lines.Count > 0 && Math.Min(top, word.Top) - Math.Max(bottom, word.Bottom) > 0.5 * Math.Min(word.Top - word.Bottom, top - bottom))
            {
                lines[^1].Add(word);
                continue;
            }
            lines.Add([word]);
            (top, bottom) = (word.Top, word.Bottom);
        }
        foreach (var line in lines) line.Sort((a, b) => a.Left.CompareTo(b.Left));
        return lines;
    }

    private static (double, double) Extent(IEnumerable<PdfWord> words) => (words.Min(word => word.Left), words.Max(word => word.Right));

    private static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
