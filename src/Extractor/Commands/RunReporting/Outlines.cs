using System.Globalization;
using System.Text;
using static Extract.Commands.Reporting.HtmlTable;

namespace Extract.Commands.RunReporting;

/// <summary>The outlines of countries (<c>outlines.tsv</c>, made by <c>tools/outlines</c> from Natural Earth), as paths of a map.</summary>
internal static class Outlines
{
    private static readonly Lazy<(string Name, (double X, double Y)[][] Rings)[]> Countries = new(Read);

    /// <summary>The countries that a view shows, each with its name under the pointer.</summary>
    public static string Of(MapView view)
    {
        var paths = new StringBuilder();
        foreach (var (name, rings) in Countries.Value)
        {
            var seen = rings.Where(ring => view.Shows(ring.Min(at => at.X), ring.Min(at => at.Y), ring.Max(at => at.X), ring.Max(at => at.Y))).ToList();
            if (seen.Count == 0) continue;
            paths.Append("<path d=\"");
            foreach (var ring in seen) AddRing(paths, ring);
            paths.Append(CultureInfo.InvariantCulture, $"\"><title>{Escaped(name)}</title></path>\n");
        }
        return paths.ToString();
    }

    // Steps from point to point, rounded so that the errors do not add up: half the letters of places.
    private static void AddRing(StringBuilder path, (double X, double Y)[] ring)
    {
        var (x, y) = ((int)Math.Round(ring[0].X), (int)Math.Round(ring[0].Y));
        path.Append(CultureInfo.InvariantCulture, $"M{x} {y}l");
        var isFirst = true;
        foreach (var at in ring.Skip(1))
        {
            var (dx, dy) = ((int)Math.Round(at.X) - x, (int)Math.Round(at.Y) - y);
            if (dx == 0 && dy == 0) continue;
            path.Append(CultureInfo.InvariantCulture, $"{(isFirst || dx < 0 ? "" : " ")}{dx}{(dy < 0 ? "" : " ")}{dy}");
            (x, y, isFirst) = (x + dx, y + dy, false);
        }
        path.Append('z');
    }

    private static (string, (double, double)[][])[] Read()
    {
        using var reader = new StreamReader(typeof(Outlines).Assembly.GetManifestResourceStream("outlines.tsv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1].Split(';').Select(Ring).ToArray()))];
    }

    private static (double X, double Y)[] Ring(string text)
    {
        var numbers = text.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var (ring, x, y) = (new (double, double)[numbers.Length / 2], 0, 0);
        for (var i = 0; i < ring.Length; i++)
        {
            (x, y) = (x + numbers[2 * i], y + numbers[(2 * i) + 1]);
            ring[i] = EqualEarth.At(y / 100.0, x / 100.0);
        }
        return ring;
    }
}
