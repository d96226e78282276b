using System.Globalization;

namespace Extract.Commands.Explaining;

/// <summary>What a mention was read as, in words.</summary>
internal static class MentionWords
{
    public static string Of(MentionValue? value) => value switch
    {
        DateValue date => Of(date),
        PlaceValue place => string.Join(" or ", place.Candidates.Take(3).Select(candidate => $"{candidate.Name}, {candidate.Country}")) + (place.Candidates.Length > 3 ? " …" : ""),
        OrganizationValue body => body.Acronym is null ? body.Name : $"{body.Name} ({body.Acronym})",
        LabelValue label => string.Create(CultureInfo.InvariantCulture, $"{label.Label} {label.Weight:+0.##;-0.##;0}"),
        _ => "",
    };

    private static string Of(DateValue date)
    {
        var days = date.Relative != RelativeKind.None
            ? string.Create(CultureInfo.InvariantCulture, $"{date.Relative} {date.Offset:+0;-0;0}")
            : $"{(date.OpenStart ? "…" : Of(date.From))} to {(date.OpenEnd ? "…" : Of(date.To))}";
        var times = date.FromTime is { } from ? string.Create(CultureInfo.InvariantCulture, $" {from:HH\\:mm}–{date.ToTime:HH\\:mm}") : "";
        return days + times + (date.Coarse ? ", coarse" : "") + (date.Impossible is { } why ? ", impossible: " + why : "");
    }

    private static string Of(PartialDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year?.ToString("0000", CultureInfo.InvariantCulture) ?? "?"}-{day.Month:00}-{day.Day:00}");
}
