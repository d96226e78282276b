using Extract.Resolve;

namespace Extract.Tests.Resolve;

/// <summary>Whether an event takes place, and whether one attends it from afar.</summary>
public sealed class StatusResolverTests
{
    [Theory]
    [InlineData("Choir evening\nThe choir sings in May.", "scheduled")]
    [InlineData("Choir evening\nThe choir evening has been postponed until June.", "postponed")]
    [InlineData("CANCELLED: Choir evening\nThe choir was to sing in May.", "cancelled")]
    [InlineData("Choir evening cancelled\nIt was postponed until June before.", "cancelled")] // the title has the last word
    [InlineData("Choir evening\nBookings may be cancelled up to a week before.", "scheduled")]
    [InlineData("Choir evening\nThe race will not be postponed because of rain.", "scheduled")]
    public void Status(string text, string status) => Assert.Equal(status, StatusResolver.Resolve(SomeContext.Of(text), []).Status);

    [Fact]
    public void What_was_called_off_far_below_is_another_matter()
    {
        var text = "Choir evening\n" + string.Concat(Enumerable.Repeat("The choir sings many songs in many tongues. ", 20)) + "Last year the evening was cancelled.";
        Assert.Equal("scheduled", StatusResolver.Resolve(SomeContext.Of(text), []).Status);
    }

    [Theory]
    [InlineData("Choir talk\nThe talk is held online.", true)]
    [InlineData("Choir talk\nJoin us via Zoom.", true)]
    [InlineData("Choir talk\nA hybrid event: come to the town hall or watch.", true)]
    [InlineData("Choir talk\nIn the auditorium, doors open at eight.", false)]
    [InlineData("Choir talk\nPlease register online.", null)]
    [InlineData("Choir talk\nOn Monday at eight.", null)]
    public void Online(string text, bool? online) => Assert.Equal(online, StatusResolver.Resolve(SomeContext.Of(text), []).Online);

    [Theory]
    [InlineData("Choir evening\nThe choir sings in May.", "venue", false, "a venue is a place that is stated")]
    [InlineData("Choir evening\nThe choir sings in May.", "mentioned", null, "a city that is only spoken of is none")]
    [InlineData("Choir talk\nThe talk is held online.", "venue", true, "both here and online")]
    public void A_venue_says_that_there_is_a_place(string text, string role, bool? online, string why)
    {
        var city = new CityFinding { Text = "Zagreb", Name = "Zagreb", Country = "HR", Role = role, By = "some" };
        Assert.True(online == StatusResolver.Resolve(SomeContext.Of(text), [new(city, 0.9, new())]).Online, why);
    }
}
