using Extract.Text;

namespace Extract.Tools.Gazetteer;

/// <summary>An entry to be written.</summary>
internal sealed record Entry(int Id, string Name, string Country, string? Region, double Latitude, double Longitude, int Population);

/// <summary>A name of an entry; entries are numbered countries first, then regions, then cities.</summary>
internal readonly record struct Name(ulong Key, int Entry, NameTraits Traits);

/// <summary>Everything that the gazetteer holds: which entries, and which names are theirs.</summary>
internal sealed class Atlas
{
    // Sections of cities, abandoned, destroyed and historical places: no cities that an event takes place in.
    private static readonly string[] NoCities = ["PPLX", "PPLQ", "PPLW", "PPLH"];
    private static readonly string[] Seats = ["PPLC", "PPLA", "PPLA2", "PPLA3"];
    private readonly Sources _sources;
    private readonly HashSet<ulong> _words;
    private readonly HashSet<ulong> _countryKeys = [];
    private readonly HashSet<ulong> _regionKeys = [];
    private readonly Dictionary<(ulong, int), NameTraits> _names = [];

    private Atlas(Sources sources)
    {
        _sources = sources;
        _words = [.. sources.CommonWords(5).Concat(sources.List("words.tsv").Select(row => row[0])).Select(word => PlaceKey.Append(0, Folding.Hash(word)))];
    }

    /// <summary>The countries, in order of code.</summary>
    public List<Entry> Countries { get; } = [];
    /// <summary>The regions, in order of code.</summary>
    public List<(string Code, Entry Entry)> Regions { get; } = [];
    /// <summary>The cities, the most populous first.</summary>
    public List<Entry> Cities { get; } = [];
    /// <summary>The keys of the beginnings of names.</summary>
    public HashSet<ulong> Beginnings { get; } = [];
    /// <summary>The names, in order of key, then entry.</summary>
    public List<Name> Names { get; } = [];

    /// <summary>The atlas of the sources.</summary>
    public static Atlas Of(Sources sources)
    {
        var atlas = new Atlas(sources);
        var rows = sources.Places().Where(IsCity).OrderByDescending(row => row.Population).ThenBy(row => row.Id).ToArray();
        atlas.AddCountries(rows);
        atlas.AddRegions();
        atlas.AddCities(rows);
        foreach (var ((key, entry), traits) in atlas._names) atlas.Names.Add(new(key, entry, traits | (atlas._words.Contains(key) ? NameTraits.Word : 0)));
        atlas.Names.Sort((a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Entry.CompareTo(b.Entry));
        return atlas;
    }

    private static bool IsCity(GeoNamesRow row) => !NoCities.Contains(row.Feature) && (row.Population > 0 || Seats.Contains(row.Feature));

    private void AddCountries(GeoNamesRow[] rows)
    {
        var capitals = rows.Where(row => row.Feature == "PPLC").GroupBy(row => row.Country).ToDictionary(group => group.Key, group => group.First());
        foreach (var (code, name, _, population, id) in _sources.Countries().OrderBy(country => country.Code, StringComparer.Ordinal))
        {
            var capital = capitals.GetValueOrDefault(code);
            Add(name, Countries.Count, NameTraits.Chief);
            Countries.Add(new(id, name, code, null, capital?.Latitude ?? 0, capital?.Longitude ?? 0, population));
        }
        var byId = Countries.Select((country, i) => (country.Id, i)).ToDictionary();
        foreach (var (id, name) in _sources.CountryTranslations())
            if (byId.TryGetValue(id, out var country) && IsKept(name) && name.Length > 3) Add(name, country, NameTraits.None);
        foreach (var (code, name) in _sources.Nationalities()) AddPeople(code, name);
        foreach (var row in _sources.List("countries.tsv"))
            if (row[1] == "people") AddPeople(row[0], row[2]);
            else Add(row[2], CountryOf(row[0]), row[1] == "code" ? NameTraits.Code : NameTraits.None);
        foreach (var (key, _) in _names.Keys) _countryKeys.Add(key);
    }

    private void AddPeople(string code, string name)
    {
        if (CountryOf(code) is not (>= 0 and var country)) return;
        foreach (var one in name.Split(['/', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Add(one, country, NameTraits.People);
            if (one.EndsWith('n') || one.EndsWith('i')) Add(one + "s", country, NameTraits.People);
        }
    }

    private int CountryOf(string code) => Countries.FindIndex(country => country.Country == code);

    private void AddRegions()
    {
        foreach (var (code, name, ascii, id) in _sources.Regions().OrderBy(region => region.Code, StringComparer.Ordinal))
        {
            if (CountryOf(code[..2]) < 0) continue;
            AddRegion(name, Regions.Count, NameTraits.Chief);
            AddRegion(ascii, Regions.Count, NameTraits.Chief);
            Regions.Add((code, new(id, name, code[..2], name, 0, 0, 0)));
        }
        var byCode = Regions.Select((region, i) => (region.Code, i)).ToDictionary();
        foreach (var row in _sources.List("regions.tsv"))
            AddRegion(row[2], byCode[row[0]], row[1] == "code" ? NameTraits.Code : NameTraits.None);
    }

    private void AddRegion(string name, int region, NameTraits traits)
    {
        if (Add(name, Countries.Count + region, traits) is var key && traits == NameTraits.Chief) _regionKeys.Add(key);
    }

    private void AddCities(GeoNamesRow[] rows)
    {
        var regions = Regions.Select((region, i) => (region.Code, region.Entry.Name)).ToDictionary();
        var english = _sources.List("english.tsv").ToDictionary(row => int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture), row => row[1]);
        var (first, chief) = (Countries.Count + Regions.Count, new Dictionary<ulong, int>());
        foreach (var row in rows)
        {
            var name = english.GetValueOrDefault(row.Id, row.Name);
            foreach (var one in new[] { name, row.Name, row.AsciiName }) chief.TryAdd(Add(one, first + Cities.Count, NameTraits.Chief), row.Population);
            Cities.Add(new(row.Id, name, row.Country, regions.GetValueOrDefault($"{row.Country}.{row.Region}"), row.Latitude, row.Longitude, row.Population));
        }
        for (var i = 0; i < rows.Length; i++)
            foreach (var name in rows[i].Alternates)
                if (IsAlternate(rows[i], name, chief)) Add(name, first + i, NameTraits.None);
        foreach (var row in _sources.List("cities.tsv"))
            Add(row[1], first + Cities.FindIndex(city => city.Id == int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture)), NameTraits.None);
    }

    // Another name is worth its bytes where it is not a country's or a word of the language, nor the very name of another city, of which the larger
    // ones have been asked for already. Seats of regions share their region's name: "New York".
    private bool IsAlternate(GeoNamesRow row, string name, Dictionary<ulong, int> chief)
    {
        if (!IsKept(name) || name.Length < 4 || (row.Population < 100_000 && name[0] >= '\u0250')) return false;
        if (PlaceKey.Of(name) is not [.., var key] || _countryKeys.Contains(key) || IsWords(name)) return false;
        if (_regionKeys.Contains(key) && row.Population < 500_000 && !Seats.Contains(row.Feature)) return false;
        return !chief.TryGetValue(key, out var population) || (row.Population > 500_000 && population < 50_000);
    }

    // Nicknames: "White House", "Big Apple".
    private bool IsWords(string name) => name.Split(' ').All(word => _words.Contains(PlaceKey.Append(0, Folding.Hash(word))));

    // Latin, Greek and Cyrillic, capitalized: GeoNames writes transliterations in lower case, codes in capitals.
    private static bool IsKept(string name) =>
        char.IsUpper(name[0]) && !(name.Length < 5 && name.All(char.IsUpper)) && name.All(c => c < '\u0530' || c is >= '\u1e00' and < '\u1f00' or '’' or '‘');

    private ulong Add(string name, int entry, NameTraits traits)
    {
        if (entry < 0 || PlaceKey.Of(name) is not [.. var beginnings, var key]) return 0;
        foreach (var beginning in beginnings) Beginnings.Add(beginning);
        _names[(key, entry)] = _names.GetValueOrDefault((key, entry)) | traits;
        return key;
    }
}
