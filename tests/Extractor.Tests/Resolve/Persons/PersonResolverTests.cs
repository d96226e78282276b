using System.Text;
using Extract.Read;
using Extract.Score;
using Extract.Trained;

namespace Extract.Tests.Resolve.Persons;

/// <summary>Persons on the record, by rules alone.</summary>
public sealed class PersonResolverTests
{
    private const string Notice = "Trade seminar\n\nOn 3 June 2024 the Ministry of Trade holds a seminar. It is opened by Mr. Rajko Kozmelj, Chair of the Harbour Council. Mr. Rajko Kozmelj leads the talk. Ambassador Ana Ilic closes.";

    [Fact]
    public void A_record_names_persons_only_where_they_are_asked_for()
    {
        Assert.Null(Records(Notice, persons: false).Persons);
        Assert.DoesNotContain("persons", RecordJson.ToJson(Records(Notice, persons: false)), StringComparison.Ordinal);
        Assert.Equal(["Rajko Kozmelj", "Ana Ilic"], Records(Notice, persons: true).Persons!.Value.Select(person => person.Text));
    }

    [Fact]
    public void A_person_has_the_title_the_body_and_all_places()
    {
        var person = Records(Notice, persons: true).Persons!.Value[0];
        Assert.Equal("Mr.", person.Title);
        Assert.Equal("Harbour Council", person.Organization);
        Assert.Equal("Rajko Kozmelj", Notice[person.Start..person.End]);
        var also = Assert.Single(person.Also!.Value);
        Assert.Equal("Rajko Kozmelj", Notice[also[0]..also[1]]);
    }

    [Theory]
    [InlineData("The talk is by Mr. Rajko Kozmelj (Harbour Council).", "Harbour Council")]
    [InlineData("The talk is by Dr. Rajko Kozmelj of the Ministry of Trade.", "Ministry of Trade")]
    [InlineData("Mr. Rajko Kozmelj will meet the Harbour Council.", null)]
    [InlineData("The talk is by Mr. Rajko Kozmelj. Harbour Council members may come.", null)]
    public void Only_titles_stand_between_a_person_and_the_body(string sentence, string? body) =>
        Assert.Equal(body, Assert.Single(Records($"Trade seminar\n\nA seminar takes place on 3 June 2024. {sentence}", persons: true).Persons!.Value).Organization);

    [Fact]
    public void A_person_is_no_organization()
    {
        var record = Records(Notice, persons: true);
        Assert.DoesNotContain(record.Organizations, body => body.Text.Contains("Kozmelj", StringComparison.Ordinal));
    }

    private static Record Records(string text, bool persons)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var source = new Source { Id = "a", Bytes = bytes, Text = text, MediaType = "text/plain", Sha256 = "" };
        var pipeline = new Pipeline(ModelSet.Empty, new ReadSettings(), new ScoreSettings(), "test", new() { Persons = persons });
        return Assert.Single(pipeline.Process(source, TestContext.Current.CancellationToken).Records);
    }
}
