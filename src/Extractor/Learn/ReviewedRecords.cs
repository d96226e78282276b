namespace Extract.Learn;

/// <summary>
/// What people decided, as pages to learn from: a record holds its own words, so each is a page of one announcement, or of none where it was rejected.
/// </summary>
public static class ReviewedRecords
{
    /// <summary>The pages of those records that a person has decided on, in the order of their ids.</summary>
    public static IEnumerable<LabelledPage> Of(IEnumerable<Record> records) =>
        records.Where(record => record.Status is "reviewed" or "rejected").OrderBy(record => record.Id, StringComparer.Ordinal).Select(Gold).Select(LabelledPages.Of);

    private static GoldDocument Gold(Record record) => new()
    {
        Id = "reviewed:" + record.Id,
        Url = record.Source.Uri,
        Title = record.Title,
        Text = record.Text,
        Published = record.Source.Published,
        Language = record.Source.Language,
        TextSource = Uri.TryCreate(record.Source.Uri, UriKind.Absolute, out _) ? null : record.Source.Id.Replace(' ', '_'),
        Announcements = record.Status == "rejected" ? [] : [Announcement(record)],
    };

    private static GoldAnnouncement Announcement(Record record) => new()
    {
        Title = record.Title,
        StartOffset = 0,
        EndOffset = record.Text.Length,
        EventType = record.EventType.Label,
        Topics = [.. record.Topics.Select(topic => topic.Label)],
        Dates = [.. record.Dates.Select(date => Label(date, record) with { From = date.From, To = date.To, YearInferred = date.YearInferred })],
        Cities = [.. record.Cities.Select(city => Label(city, record) with { Name = city.Name, Country = city.Country })],
        Organizations = [.. record.Organizations.Select(body => Label(body, record) with { Name = body.Name, Acronym = body.Acronym })],
    };

    // What stands outside of the record's words, in a heading or in markup, is true and cannot be found in them.
    private static GoldLabel Label(Finding finding, Record record)
    {
        var inside = finding.Span is { } span && record.Start <= span.Start && span.End <= record.End;
        return new()
        {
            Text = finding.Text,
            Role = finding.Role,
            Inherited = inside ? null : true,
            Start = inside ? finding.Start - record.Start : null,
            End = inside ? finding.End - record.Start : null,
        };
    }
}
