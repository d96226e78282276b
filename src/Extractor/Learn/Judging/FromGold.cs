using System.Collections.Immutable;

namespace Extract.Learn.Judging;

/// <summary>Labels in the form in which they are compared.</summary>
public static class FromGold
{
    /// <summary>A labelled document.</summary>
    public static JudgedDocument Document(GoldDocument gold)
    {
        ArgumentNullException.ThrowIfNull(gold);
        var shared = gold.Shared ?? new();
        return new(gold.Id, [.. gold.Announcements.Select(announcement => Announcement(announcement, gold.Text))], new()
        {
            Words = new(null),
            Dates = Values(JudgedKind.Dates, shared.Dates),
            Cities = Values(JudgedKind.Cities, shared.Cities),
            Organizations = Values(JudgedKind.Organizations, shared.Organizations),
        });
    }

    private static JudgedAnnouncement Announcement(GoldAnnouncement gold, string? text) => new()
    {
        Title = gold.Title ?? "",
        Span = gold.Span,
        Words = new(gold.Span is { } span && text is not null ? Cut(text, span) : gold.Text),
        EventType = FoldedWords.Fold(gold.EventType),
        Topics = JudgedAnnouncement.NoTopics.SetItems(gold.Topics.Select(label => KeyValuePair.Create(label, (double?)null))),
        Dates = Values(JudgedKind.Dates, gold.Dates),
        Cities = Values(JudgedKind.Cities, gold.Cities),
        Organizations = Values(JudgedKind.Organizations, gold.Organizations),
    };

    private static string Cut(string text, TextSpan span) => text[Math.Clamp(span.Start, 0, text.Length)..Math.Clamp(span.End, 0, text.Length)];

    private static ImmutableArray<JudgedValue> Values(JudgedKind kind, ImmutableArray<GoldLabel> labels) =>
        labels.IsDefaultOrEmpty ? [] : JudgedValue.Merge(kind, labels.Select(Value));

    private static JudgedValue Value(GoldLabel label) => new()
    {
        Text = label.Text,
        Role = label.Role,
        From = label.From,
        To = label.To,
        YearInferred = label.YearInferred ?? false,
        Name = label.Name,
        Acronym = label.Acronym,
        Country = label.Country,
        Inherited = label.Inherited ?? false,
        Places = Places(label.Span, label.Also),
    };

    /// <summary>The first place and the further ones.</summary>
    internal static ImmutableArray<TextSpan> Places(TextSpan? first, ImmutableArray<ImmutableArray<int>>? also)
    {
        var more = (also ?? []).Select(pair => new TextSpan(pair[0], pair[1]));
        return first is { } span ? [span, .. more] : [.. more];
    }
}
