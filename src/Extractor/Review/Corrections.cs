using System.Globalization;
using System.Text.Json;

namespace Extract.Review;

/// <summary>Whether a corrected record still keeps the contract.</summary>
internal static class Corrections
{
    private static readonly HashSet<string> DateRoles = ["event", "deadline", "publication", "other"];
    private static readonly HashSet<string> CityRoles = ["venue", "mentioned"];
    private static readonly HashSet<string> Statuses = ["scheduled", "postponed", "cancelled"];

    /// <summary>What is wrong with the record, as one sentence for the reviewer; null where nothing is.</summary>
    public static string? Fault(Record record)
    {
        if (string.IsNullOrWhiteSpace(record.Title)) return Messages.TitleMissing;
        if (!Statuses.Contains(record.EventStatus)) return Messages.NoSuchStatus(record.EventStatus);
        if (Names(record).Any(string.IsNullOrWhiteSpace)) return Messages.NameMissing;
        foreach (var date in record.Dates)
        {
            if (!DateRoles.Contains(date.Role)) return Messages.NoSuchRole(date.Role);
            if (date.From is null && date.To is null) return Messages.NoDay(date.Text);
            if (date.From > date.To) return Messages.EndsBeforeItBegins(date.Text);
            if (date.Role == "deadline" && date.From != date.To) return Messages.DeadlineIsADay(date.Text);
        }
        foreach (var city in record.Cities)
        {
            if (!CityRoles.Contains(city.Role)) return Messages.NoSuchRole(city.Role);
            if (city.Country is { } country && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper))) return Messages.NoCountry(country);
        }
        return record.Organizations.FirstOrDefault(body => !OrganizationRole.All.Contains(body.Role)) is { } wrong ? Messages.NoSuchRole(wrong.Role) : null;
    }

    /// <summary>Which day or time among the changes is not written as one, as one sentence for the reviewer; null where all are.</summary>
    public static string? Misspelt(IEnumerable<PatchOperation> changes)
    {
        foreach (var change in changes.Where(change => change.Path.StartsWith("/dates/", StringComparison.Ordinal)))
            foreach (var (field, value) in Moments(change))
                if (Misspelt(field, value) is { } fault) return fault;
        return null;
    }

    private static string? Misspelt(string field, string value) => field switch
    {
        "from" or "to" when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => Messages.NoSuchDay(value),
        "fromTime" or "toTime" when !TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => Messages.NoSuchTime(value),
        _ => null,
    };

    // The change of a day has it as its value; an added date has all of its fields.
    private static IEnumerable<(string Field, string Value)> Moments(PatchOperation change)
    {
        if (change.Value is not { } value) return [];
        (string Field, JsonElement Value)[] fields = value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject().Select(field => (field.Name, field.Value))] : [(change.Path.Split('/')[^1], value)];
        return fields.Where(field => field.Value.ValueKind == JsonValueKind.String).Select(field => (field.Field, field.Value.GetString()!));
    }

    private static IEnumerable<string> Names(Record record) =>
        [record.EventType.Label, .. record.Cities.Select(city => city.Name), .. record.Organizations.Select(body => body.Name), .. record.Topics.Select(topic => topic.Label)];
}
