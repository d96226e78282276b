namespace Extract.Learn.Judging;

/// <summary>Records in the form in which they are compared.</summary>
public static class FromRecord
{
    /// <summary>A record.</summary>
    public static JudgedAnnouncement Announcement(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new()
        {
            Title = record.Title,
            Span = new(record.Start, record.End),
            Words = new(record.Text),
            EventType = FoldedWords.Fold(record.EventType.Label),
            EventTypeConfidence = record.EventType.Confidence,
            Status = record.Status,
            Confidence = record.Confidence,
            Topics = JudgedAnnouncement.NoTopics.SetItems(record.Topics.Select(topic => KeyValuePair.Create(topic.Label, (double?)topic.Confidence))),
            Dates = JudgedValue.Merge(JudgedKind.Dates, record.Dates.Select(Value)),
            Cities = JudgedValue.Merge(JudgedKind.Cities, record.Cities.Select(Value)),
            Organizations = JudgedValue.Merge(JudgedKind.Organizations, record.Organizations.Select(Value)),
        };
    }

    private static JudgedValue Value(DateFinding date) => new()
    {
        Text = date.Text,
        Role = date.Role,
        From = date.From,
        To = date.To,
        YearInferred = date.YearInferred,
        Inherited = date.Inherited ?? false,
        Confidence = date.Confidence,
        Places = FromGold.Places(date.Span, date.Also),
    };

    private static JudgedValue Value(CityFinding city) => new()
    {
        Text = city.Text,
        Role = city.Role,
        Name = city.Name,
        Country = city.Country,
        Inherited = city.Inherited ?? false,
        Confidence = city.Confidence,
        Places = FromGold.Places(city.Span, city.Also),
    };

    private static JudgedValue Value(OrganizationFinding organization) => new()
    {
        Text = organization.Text,
        Role = organization.Role,
        Name = organization.Name,
        Acronym = organization.Acronym,
        Inherited = organization.Inherited ?? false,
        Confidence = organization.Confidence,
        Places = FromGold.Places(organization.Span, organization.Also),
    };
}
