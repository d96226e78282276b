using System.Text;
using Extract.Read;
using Extract.Score;
using Extract.Split;
using Extract.Trained;

namespace Extract.Tests.Split;

/// <summary>A page of several lists, by the models that ship.</summary>
public class NewsletterTests
{
    private const string Newsletter = """
        # Bell ringers' letter, June

        ## From the towers

        - The new rope guides have been fitted in Ely
        - The treasurer has closed last year's accounts
        - Our thanks go to all who painted the gate

        ## Meetings in the north

        - 2025-06-14 | York | Ringing workshop for beginners
        - 2025-06-21 | Durham | Quarter peal and lunch, meeting at the west door
        - 2025-07-05 | Leeds | Training day for tower captains

        ## Meetings in the south

        - 2025-06-17 | Exeter | Evening meeting of the guild
        - 2025-06-28 | Truro | Workshop on handling heavy bells

        ## Meetings abroad

        - 2025-07-12 | Verona | Visit to the ringing school and conference
        """;

    private static readonly Lazy<(string Text, SplitResult Result)> Split = new(() =>
    {
        var pipeline = new Pipeline(ModelSet.Load(Path.Combine(AppContext.BaseDirectory, "Trained")), new ReadSettings(), new ScoreSettings(), "test");
        var source = new Source { Id = "letter", Text = Newsletter, Bytes = Encoding.UTF8.GetBytes(Newsletter), MediaType = "text/plain", Sha256 = "" };
        var document = pipeline.Read(source, default).Document!;
        return (document.Text, pipeline.Split(pipeline.Tag(document)));
    });

    [Fact]
    public void Items_come_from_all_its_lists_and_from_a_list_of_one_item()
    {
        var (text, result) = Split.Value;
        Assert.Equal(["York", "Durham", "Leeds", "Exeter", "Truro", "Verona"], result.Announcements.Select(announcement => announcement.Span.Of(text).Split('|')[1].Trim()));
    }

    [Fact]
    public void What_stands_outside_the_lists_is_told()
    {
        var (text, result) = Split.Value;
        Assert.Contains(result.Dropped, dropped => dropped.Span is { } span && span.Of(text).Contains("rope guides", StringComparison.Ordinal));
    }
}
