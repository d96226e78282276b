using System.Collections.Immutable;
using Extract.Learn;

namespace Extract.Tests.Learn.Judging;

/// <summary>
/// Records made from gold with every kind of fault that a judge must weigh: lost and doubled announcements, shifted spans, wrong roles, values, names,
/// places, countries, open ends, inherited values, labels too many. Seeded, so that a failure can be repeated.
/// </summary>
internal sealed class NoisyRecords(int seed)
{
    private static readonly string[] OrganizationRoles = ["organizer", "co-organizer", "host", "supporter", "participant", "mentioned"];
    private readonly Random _random = new(seed);

    public IEnumerable<Record> Of(GoldDocument gold)
    {
        for (var i = 0; i < gold.Announcements.Length; i++)
        {
            if (Chance(0.1)) continue;
            yield return Distort(SomeGold.Record(gold, i, _random.NextDouble()), gold);
            if (Chance(0.05)) yield return Distort(SomeGold.Record(gold, i, _random.NextDouble()), gold);
        }
        if (gold.Announcements.IsEmpty && Chance(0.2)) yield return Nothing(gold);
    }

    private Record Distort(Record record, GoldDocument gold)
    {
        var shared = gold.Shared ?? new();
        var (start, end) = Chance(0.3) ? Shift(record, gold) : (record.Start, record.End);
        return record with
        {
            Start = start,
            End = end,
            Text = gold.Text is { } text ? text[start..end] : record.Text,
            Title = Chance(0.2) ? record.Title + " and more words" : record.Title.ToUpperInvariant(),
            EventType = Chance(0.3) ? record.EventType with { Label = "seminar" } : record.EventType,
            Topics = [.. record.Topics.Where(_ => Chance(0.8)).Select(topic => topic with { Confidence = _random.NextDouble() }), .. Extra(new TopicFinding("migration", 0.4, "test", []))],
            Dates = [.. record.Dates.Concat(shared.Dates.Select(label => SomeGold.Date(label, 0.5) with { Inherited = true })).Where(_ => Chance(0.9)).Select(Distort), .. Twice(record.Dates)],
            Cities = [.. record.Cities.Concat(shared.Cities.Select(label => SomeGold.City(label, 0.5))).Where(_ => Chance(0.9)).Select(Distort), .. Twice(record.Cities)],
            Organizations = [.. record.Organizations.Concat(shared.Organizations.Select(label => SomeGold.Organization(label, 0.5))).Where(_ => Chance(0.9)).Select(Distort), .. Twice(record.Organizations)],
        };
    }

    private DateFinding Distort(DateFinding date) => date with
    {
        From = Chance(0.1) ? null : Chance(0.1) ? date.From?.AddYears(1) : date.From,
        To = Chance(0.1) ? null : date.To,
        Role = Chance(0.1) ? "other" : date.Role,
        YearInferred = Chance(0.1) ? !date.YearInferred : date.YearInferred,
        Inherited = Chance(0.1) ? true : null,
        Start = Chance(0.1) ? null : Chance(0.1) ? 0 : date.Start,
        Also = Chance(0.1) ? [[1, 5]] : null,
        Confidence = _random.NextDouble(),
    };

    private CityFinding Distort(CityFinding city) => city with
    {
        Name = Chance(0.1) ? "Elsewhere" : city.Name.ToUpperInvariant(),
        Text = Chance(0.1) ? "Élsewhere" : city.Text,
        Country = Chance(0.1) ? null : city.Country,
        Role = Chance(0.1) ? "mentioned" : city.Role,
        Inherited = Chance(0.1) ? true : null,
        Start = Chance(0.1) ? null : city.Start - (Chance(0.2) ? 3 : 0),
        Confidence = _random.NextDouble(),
    };

    private OrganizationFinding Distort(OrganizationFinding organization) => organization with
    {
        Name = Chance(0.2) ? "The " + organization.Text : Chance(0.1) ? "Straße GmbH" : organization.Name,
        Text = Chance(0.2) ? organization.Text[..(organization.Text.Length / 2)] : organization.Text,
        End = Chance(0.2) ? organization.Start + (organization.Text.Length / 2) : organization.End,
        Acronym = Chance(0.1) ? null : organization.Acronym,
        Role = Chance(0.2) ? OrganizationRoles[_random.Next(OrganizationRoles.Length)] : organization.Role,
        Inherited = Chance(0.1) ? true : null,
        Confidence = _random.NextDouble(),
    };

    private Record Nothing(GoldDocument gold) =>
        SomeGold.Record(gold with { Announcements = [new() { Title = "Nothing", StartOffset = 0, EndOffset = 10, Text = "Nothing" }] }, 0, _random.NextDouble());

    private (int, int) Shift(Record record, GoldDocument gold)
    {
        if (gold.Text is null) return (record.Start, record.End);
        var by = _random.Next(record.End - record.Start);
        return Chance(0.5) ? (record.Start + by, record.End) : (Math.Max(0, record.Start - by), Math.Max(record.Start + 1, record.End - by));
    }

    private IEnumerable<T> Twice<T>(ImmutableArray<T> items) => items.Where(_ => Chance(0.1));

    private T[] Extra<T>(T item) => Chance(0.2) ? [item] : [];

    private bool Chance(double p) => _random.NextDouble() < p;
}
