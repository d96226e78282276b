using System.Globalization;
using System.Text;
using Extract.Commands.Reporting;
using static Extract.Commands.Reporting.HtmlTable;

namespace Extract.Commands.RunReporting;

/// <summary>A map of where things take place: circles whose area is the number of records, with a table of the places that have the most.</summary>
internal static class VenueMap
{
    // In pixels: cities nearer to each other than this are one circle.
    private const double Cell = 7, Least = 2.2, Largest = 20;
    private const int MostRows = 50;

    /// <summary>The map; nothing where there is no venue.</summary>
    public static string Of(IReadOnlyCollection<Venue> venues)
    {
        if (venues.Count == 0) return "";
        var placed = venues.Select(venue => (Venue: venue, At: EqualEarth.At(venue.Latitude, venue.Longitude))).ToList();
        var view = MapView.Around([.. placed.Select(place => place.At)]);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<figure>\n<svg viewBox=\"{view.X:0} {view.Y:0} {view.Width:0} {view.Height:0}\" width=\"{MapView.Pixels}\" height=\"{MapView.Pixels * view.Height / view.Width:0}\" role=\"img\" aria-label=\"{Escaped(Messages.MapOf(venues))}\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"land\" stroke-width=\"{0.8 * view.Pixel:0.#}\">\n{Outlines.Of(view)}</g>\n<g class=\"venue\" stroke-width=\"{0.8 * view.Pixel:0.#}\">\n");
        AddCircles(svg, placed, view);
        return svg.Append(CultureInfo.InvariantCulture, $"</g>\n</svg>\n<figcaption>{Escaped(Messages.MapSays)}</figcaption>\n</figure>\n{Table(venues)}").ToString();
    }

    private static void AddCircles(StringBuilder svg, IEnumerable<(Venue Venue, (double X, double Y) At)> placed, MapView view)
    {
        var cell = Cell * view.Pixel;
        var circles = placed.GroupBy(place => ((int)(place.At.X / cell), (int)(place.At.Y / cell))).Select(group => group.OrderByDescending(place => place.Venue.Records).ThenBy(place => place.Venue.Name, StringComparer.Ordinal).ToList())
            .Select(group => (At: group[0].At, Name: group[0].Venue, Others: group.Count - 1, Records: group.Sum(place => place.Venue.Records)))
            .OrderByDescending(circle => circle.Records).ThenBy(circle => circle.Name.Name, StringComparer.Ordinal).ToList();
        foreach (var (at, venue, others, records) in circles)
        {
            var radius = Math.Max(Least, Largest * Math.Sqrt((double)records / circles[0].Records)) * view.Pixel;
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{at.X:0}\" cy=\"{at.Y:0}\" r=\"{radius:0}\"><title>{Escaped(Messages.PlaceSays(venue.Name, venue.Country, others, records))}</title></circle>\n");
        }
    }

    private static string Table(IReadOnlyCollection<Venue> venues)
    {
        var rows = venues.OrderByDescending(venue => venue.Records).ThenBy(venue => venue.Name, StringComparer.Ordinal).Take(MostRows)
            .Select(venue => (IReadOnlyList<string>)[venue.Name, CountryNames.Of(venue.Country), venue.Records.ToString("N0", CultureInfo.InvariantCulture)]);
        return $"<details>\n<summary>{Escaped(Messages.PlacesTable(Math.Min(MostRows, venues.Count), venues.Count))}</summary>\n{HtmlTable.Of(Messages.MapHeading, ["city", "country", "records"], rows)}</details>\n";
    }
}
