using System.Globalization;
using System.Text.Json;

namespace Extract.Commands.RunReporting;

/// <summary>A city where something takes place.</summary>
internal sealed record Venue(string Name, string? Country, double Latitude, double Longitude)
{
    /// <summary>The records that name it as their venue.</summary>
    public int Records { get; set; }
}

/// <summary>What the records of a run are about, counted as they stream by: none is held. What a person rejected is counted by its status and nowhere else.</summary>
internal sealed class RecordFigures
{
    private const int Bins = 20;
    private readonly Dictionary<(string, string?), Venue> _venues = [];

    /// <summary>All records.</summary>
    public int All { get; private set; }
    /// <summary>Those that people made by splitting others: no document has them.</summary>
    public int Made { get; private set; }
    /// <summary>By status.</summary>
    public Counts Statuses { get; } = new();
    /// <summary>By the month of the first event date: <c>2018-06</c>.</summary>
    public Counts Months { get; } = new();
    /// <summary>By the country of each venue.</summary>
    public Counts Countries { get; } = new();
    /// <summary>By each topic.</summary>
    public Counts Topics { get; } = new();
    /// <summary>By type of event.</summary>
    public Counts Types { get; } = new();
    /// <summary>By where they are from (<see cref="Origin"/>).</summary>
    public Counts Sources { get; } = new();
    /// <summary>By confidence, in bins of 0.05 from 0.</summary>
    public Count[] Confidences { get; } = new Count[Bins];
    /// <summary>Records without an event date.</summary>
    public int WithoutDate { get; private set; }
    /// <summary>Records without a venue.</summary>
    public int WithoutVenue { get; private set; }
    /// <summary>Venues without a place on the map.</summary>
    public int Unplaced { get; private set; }
    /// <summary>The program that made them, of the first record.</summary>
    public string? MadeBy { get; private set; }

    /// <summary>The venues.</summary>
    public IReadOnlyCollection<Venue> Venues => _venues.Values;

    /// <summary>Reads the records line by line. Throws <see cref="SettingsException"/> where there are none, or a line is no record.</summary>
    /// <param name="path">The file.</param>
    /// <param name="made">The ids of the records that people made by splitting others.</param>
    public static RecordFigures Of(string path, IReadOnlySet<string> made)
    {
        var figures = new RecordFigures();
        JsonLines.Read(path, record => figures.Add(record, made));
        return figures;
    }

    private void Add(JsonElement record, IReadOnlySet<string> made)
    {
        All++;
        if (made.Count > 0 && made.Contains(Text(record, "id"))) Made++;
        if (MadeBy is null) MadeBy = $"{Text(record.GetProperty("madeBy"), "version")}, {Text(record.GetProperty("madeBy"), "fingerprint")}";
        var status = Text(record, "status");
        Statuses.Add(status);
        if (status == "rejected") return;
        var isSettled = status is "accepted" or "reviewed";
        var bin = Math.Clamp((int)(record.GetProperty("confidence").GetDouble() * Bins), 0, Bins - 1);
        Confidences[bin] += new Count(1, isSettled ? 1 : 0);
        Types.Add(Text(record.GetProperty("eventType"), "label"), isSettled);
        Sources.Add(Origin.Of(Text(record.GetProperty("source"), "id")), isSettled);
        foreach (var topic in record.GetProperty("topics").EnumerateArray()) Topics.Add(Text(topic, "label"), isSettled);
        AddMonth(record, isSettled);
        AddVenues(record, isSettled);
    }

    private void AddMonth(JsonElement record, bool isSettled)
    {
        foreach (var date in record.GetProperty("dates").EnumerateArray())
            if (Text(date, "role") == "event" && (date.GetProperty("from").GetString() ?? date.GetProperty("to").GetString()) is { Length: >= 7 } day)
            {
                Months.Add(day[..7], isSettled);
                return;
            }
        WithoutDate++;
    }

    private void AddVenues(JsonElement record, bool isSettled)
    {
        var countries = new SortedSet<string>(StringComparer.Ordinal);
        var hasVenue = false;
        foreach (var city in record.GetProperty("cities").EnumerateArray())
        {
            if (Text(city, "role") != "venue") continue;
            hasVenue = true;
            if (city.GetProperty("country").GetString() is { } country) countries.Add(country);
            AddVenue(city);
        }
        foreach (var country in countries) Countries.Add(country, isSettled);
        if (!hasVenue) WithoutVenue++;
    }

    private void AddVenue(JsonElement city)
    {
        if (city.GetProperty("latitude") is not { ValueKind: JsonValueKind.Number } latitude || city.GetProperty("longitude") is not { ValueKind: JsonValueKind.Number } longitude)
        {
            Unplaced++;
            return;
        }
        var (name, country) = (Text(city, "name"), city.GetProperty("country").GetString());
        // By place too: a country has several cities of one name.
        var key = (string.Create(CultureInfo.InvariantCulture, $"{name} {latitude.GetDouble()} {longitude.GetDouble()}"), country);
        if (!_venues.TryGetValue(key, out var venue)) venue = _venues[key] = new(name, country, latitude.GetDouble(), longitude.GetDouble());
        venue.Records++;
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";
}
