namespace Extract.Tests.Tag.Dates;

/// <summary>A clock time that is said once for a schedule.</summary>
public sealed class ScheduleTimesTests
{
    [Theory]
    [InlineData("All meetings begin at 6:30 p.m. unless noted.\nJanuary 22, 2019\nFebruary 26, 2019\nMarch 26, 2019, 7 pm", "18:30 18:30 19:00", "the lines below have it, but for one of its own")]
    [InlineData("The board meets monthly in the hall at 6:30 p.m.:\nJanuary 22, 2019\nFebruary 26, 2019", "18:30 18:30", "the first line stands right behind it")]
    [InlineData("Meetings are held at ABC (190 N. State St.) at 2:00 PM. Call us.\nTuesday, January 16, 2018\nTuesday, March 20, 2018", "14:00 14:00", "an abbreviation ends no sentence")]
    [InlineData("Meetings are at 10 a.m. on the second Tuesday of each month.\nJanuary 9, 2024\nFebruary 13, 2024", "10:00 10:00 10:00", "it stands with a pattern")]
    [InlineData("All meetings are at 3:00 PM.\nMonday January 11\tMonday February 8\tMonday March 15", "15:00 15:00 15:00", "a row of days")]
    [InlineData("The shop opens at 9 am.\nJanuary 22, 2019\nFebruary 26, 2019", "- -", "it is said of something else")]
    [InlineData("All meetings are at 3 pm.\nJanuary 22, 2019", "-", "one line is no schedule")]
    [InlineData("All meetings are at 3 pm.\nThe charter was adopted on January 22, 2019 by a large majority of those who came, and amended on 3 May 2020 by the rest of them.", "- -", "running words are no schedule")]
    public void It_reaches_the_days_that_have_none(string text, string times, string why)
    {
        var found = string.Join(' ', SomeDates.Of(text).Select(mention => ((DateValue)mention.Value!).FromTime?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? "-"));
        Assert.True(found == times, $"{why}: {found}");
    }
}
