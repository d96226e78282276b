using Extract.Learn;
using Extract.Text;

namespace Extract.Tests.Resolve.Places;

/// <summary>Right, wrong and missed, as score.py counts cities.</summary>
internal sealed class PlaceScore(bool venuesOnly)
{
    private int _right;
    private int _wrong;
    private int _missed;

    public List<string> Misses { get; } = [];

    public double F1 => 2.0 * _right / Math.Max(1, (2 * _right) + _wrong + _missed);

    public void Count(GoldDocument document, int announcement, IEnumerable<CityFinding> found)
    {
        var left = found.Where(city => !venuesOnly || city.Role == "venue").ToList();
        var gold = document.Announcements[announcement].Cities.Where(city => !venuesOnly || city.Role == "venue").DistinctBy(city => (Folding.Fold(city.Name), city.Country));
        foreach (var label in gold)
            if (left.FirstOrDefault(city => IsSame(label, city)) is { } hit) { _right++; left.Remove(hit); }
            else { _missed++; Misses.Add($"miss  {document.Id} {label.Text} {label.Country} {label.Role}"); }
        foreach (var city in left.Where(city => document.Shared?.Cities.Any(label => IsSame(label, city)) != true).ToArray())
        {
            _wrong++;
            Misses.Add($"false {document.Id} {city.Text} {city.Name} {city.Country} {city.Role} …{Around(document.Text ?? "", city.Span ?? default)}…");
        }
    }

    private static string Around(string text, TextSpan span) => text[Math.Max(0, span.Start - 40)..Math.Min(text.Length, span.End + 30)].ReplaceLineEndings(" / ");

    private static bool IsSame(GoldLabel label, CityFinding city) => label.Country == city.Country
        && (Folding.Fold(label.Name) == Folding.Fold(city.Name) || Folding.Fold(label.Text) == Folding.Fold(city.Text) || IsNear(label.Span, city));

    private static bool IsNear(TextSpan? span, CityFinding city) => span is { } gold
        && (city.Also ?? []).Select(also => new TextSpan(also[0], also[1])).Prepend(city.Span ?? default)
            .Any(place => (Math.Min(gold.End, place.End) - Math.Max(gold.Start, place.Start)) * 2 >= Math.Max(gold.End, place.End) - Math.Min(gold.Start, place.Start));

    public override string ToString() => $"P {_right / Math.Max(1.0, _right + _wrong):F3} R {_right / Math.Max(1.0, _right + _missed):F3} F1 {F1:F3} right {_right} wrong {_wrong} missed {_missed}";
}
