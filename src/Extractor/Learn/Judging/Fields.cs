namespace Extract.Learn.Judging;

/// <summary>The names of the figures, as people and machines read them.</summary>
public static class Fields
{
    /// <summary>Announcements whose span, or words, agree by half and more.</summary>
    public const string Announcements = "announcements";
    /// <summary>Titles whose words agree to 0.8.</summary>
    public const string Titles = "titles";
    /// <summary>All dates, by value.</summary>
    public const string Dates = "dates";
    /// <summary>Dates with the role event.</summary>
    public const string EventDates = "event-dates";
    /// <summary>Dates whose words say no year.</summary>
    public const string InferredYearDates = "inferred-year-dates";
    /// <summary>All cities.</summary>
    public const string Cities = "cities";
    /// <summary>Cities with the role venue.</summary>
    public const string Venues = "venues";
    /// <summary>All organizations.</summary>
    public const string Organizations = "organizations";
    /// <summary>Organizations that organize, co-organize or host.</summary>
    public const string Organizers = "organizers";
    /// <summary>Topics, each label counted.</summary>
    public const string Topics = "topics";
    /// <summary>Topics with eight examples or more.</summary>
    public const string CommonTopics = "topics with 8 or more";
    /// <summary>The type of event.</summary>
    public const string EventType = "event type";
    /// <summary>The whole record.</summary>
    public const string Record = "record";

    /// <summary>All findings together, whatever their field.</summary>
    public const string AllFindings = "all findings";

    /// <summary>The fields that are counted, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Counted { get; } =
        [Announcements, Titles, Dates, EventDates, InferredYearDates, Cities, Venues, Organizations, Organizers, Topics];

    internal static string Of(JudgedKind kind) => kind switch
    {
        JudgedKind.Dates => Dates,
        JudgedKind.Cities => Cities,
        _ => Organizations,
    };
}
