using System.Collections.Immutable;
using System.Globalization;

namespace Extract.Review.Alike;

/// <summary>A city of the same words that was taken for the same place.</summary>
internal static class CityRules
{
    public static IEnumerable<Rule> Of(Record shown, CityFinding old, CityFinding? now, ICandidates candidates, int limit)
    {
        if (now is null)
            yield return Rule("removed", count => Messages.RemoveAlike(count, old.Text), candidates.OfCity(old.Name, limit), (list, at) => list.RemoveAt(at));
        else
        {
            if (Place(now) != Place(old))
                yield return Rule("place", count => Messages.NameAlike(count, old.Text, Words(old), Words(now)), candidates.OfCity(old.Name, limit), (list, at) => list.SetItem(at, Replaced(list[at], now)));
            if (now.Role != old.Role)
                yield return Rule("role", count => Messages.RoleAlike(count, old.Text, old.Role, now.Role), candidates.OfCity(old.Name, limit).Where(SameSource), (list, at) => list[at].Role == old.Role ? list.SetItem(at, list[at] with { Role = now.Role }) : list);
        }

        Rule Rule(string what, Func<int, string> say, IEnumerable<Record> where, Func<ImmutableArray<CityFinding>, int, ImmutableArray<CityFinding>> change) =>
            new($"city-{what}:{old.Text}:{Words(old)}", say, where, record => Changed(record, old, now, change), record => Words(record, old, now));

        bool SameSource(Record other) => Sources.AreSame(shown, other);
    }

    // One that has the right city already, beside the wrong one, would have it twice.
    private static Record? Changed(Record record, CityFinding old, CityFinding? now, Func<ImmutableArray<CityFinding>, int, ImmutableArray<CityFinding>> change)
    {
        var at = record.Cities.TakeWhile(city => !(Text.Folding.Fold(city.Text) == Text.Folding.Fold(old.Text) && Place(city) == Place(old))).Count();
        if (at == record.Cities.Length) return null;
        if (now is not null && Place(now) != Place(old) && record.Cities.Any(other => Place(other) == Place(now))) return null;
        return change(record.Cities, at) is var changed && changed == record.Cities ? null : record with { Cities = changed };
    }

    private static (string, string?, int?) Place(CityFinding city) => (city.Name, city.Country, city.GeonameId);

    private static CityFinding Replaced(CityFinding city, CityFinding now) =>
        city with { Name = now.Name, Country = now.Country, Region = now.Region, GeonameId = now.GeonameId, Latitude = now.Latitude, Longitude = now.Longitude };

    private static string Words(Record record, CityFinding old, CityFinding? now) =>
        string.Join("; ", record.Cities.Where(city => Place(city) == Place(old) || (now is not null && Place(city) == Place(now))).Select(city => $"{Words(city)}, {city.Role}")) is { Length: > 0 } words ? words : Messages.Nothing;

    private static string Words(CityFinding city) =>
        city.GeonameId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{Wording.CityWords.Of(city.Name, city.Country)} ({id})") : Wording.CityWords.Of(city.Name, city.Country);
}
