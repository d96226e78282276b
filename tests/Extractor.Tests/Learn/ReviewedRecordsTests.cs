using Extract.Learn;
using Extract.Tests.Learn.Judging;

namespace Extract.Tests.Learn;

/// <summary>What people decided becomes pages to learn from.</summary>
public sealed class ReviewedRecordsTests
{
    private const string Text = "News\nA fair on 3 May 2024 in Zagreb";

    private static readonly Record Record = SomeGold.Record(SomeGold.Document("d", Text, SomeGold.Announcement(Text, "A fair on 3 May 2024 in Zagreb", "A fair", "sale") with
    {
        Dates = [SomeGold.Date(Text, "3 May 2024", "2024-05-03")],
        Cities = [SomeGold.City(Text, "Zagreb", "HR")],
        Organizations = [SomeGold.Organization(Text, "News")],
    }), 0);

    [Fact]
    public void A_reviewed_record_is_a_page_of_its_own_words()
    {
        var page = Assert.Single(ReviewedRecords.Of([Record with { Status = "reviewed" }]));
        var announcement = Assert.Single(page.Gold.Announcements);
        Assert.Equal(page.Gold.Text, announcement.Span!.Value.Of(page.Gold.Text!));
        Assert.Equal("3 May 2024", announcement.Dates[0].Span!.Value.Of(page.Gold.Text!));
        Assert.Equal(("sale", "2024-05-03", "HR"), (announcement.EventType, $"{announcement.Dates[0].From:yyyy-MM-dd}", announcement.Cities[0].Country));
        Assert.Equal((true, null), (announcement.Organizations[0].Inherited, announcement.Organizations[0].Start));
    }

    [Fact]
    public void A_rejected_record_announces_nothing() => Assert.Empty(Assert.Single(ReviewedRecords.Of([Record with { Status = "rejected" }])).Gold.Announcements);

    [Fact]
    public void What_nobody_decided_on_teaches_nothing() => Assert.Empty(ReviewedRecords.Of([Record, Record with { Status = "accepted" }]));
}
