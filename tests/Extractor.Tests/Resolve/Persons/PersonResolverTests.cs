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

    [Theory]
    [InlineData("The talk is by Rosa Okafor, Director of the Harbour Council.", "Rosa Okafor", "Director", "Harbour Council")]
    [InlineData("The talk is by Rosa Okafor, Harbour Council's deputy director.", "Rosa Okafor", "deputy director", "Harbour Council")]
    [InlineData("The talk is by Rosa Okafor, the Harbour Council’s secretary general, and others.", "Rosa Okafor", "secretary general", "Harbour Council")]
    [InlineData("The talk is by Rosa Okafor (Head of Harbour Council).", "Rosa Okafor", "Head", "Harbour Council")]
    [InlineData("The talk is by Prof Rosa Okafor (University of Harbour).", "Rosa Okafor", "Prof", "University of Harbour")]
    [InlineData("Join Rosa M. van der Okafor, former minister, at noon.", "Rosa M. van der Okafor", "former minister", null)]
    [InlineData("The talk is by Anne-Marie O'Brien, a programme coordinator at the Harbour Council.", "Anne-Marie O'Brien", "programme coordinator", "Harbour Council")]
    public void A_person_may_be_named_with_a_function_behind_the_name(string sentence, string name, string title, string? body)
    {
        var person = Assert.Single(Records($"Trade seminar\n\nA seminar takes place on 3 June 2024. {sentence}", persons: true).Persons!.Value);
        Assert.Equal((name, title, body), (person.Text, person.Title, person.Organization));
    }

    [Theory]
    [InlineData("The Harbour Council, chair of the group, invites.", "a body")]
    [InlineData("It is led by Open Harbour, director Ilic says.", "no given name")]
    [InlineData("Guests are Rosa Okafor, Director Ana Ilic and others.", "the function is another's")]
    [InlineData("Guests are Rosa Okafor, and the director of the port.", "and another person")]
    [InlineData("They come from Santa Maria, president and all.", "a place")]
    [InlineData("They saw the Rosa Parks, director of waves.", "a thing")]
    public void What_is_no_person_with_a_function_is_not_taken_for_one(string sentence, string why)
    {
        var persons = Records($"Trade seminar\n\nA seminar takes place on 3 June 2024. {sentence}", persons: true).Persons!.Value;
        Assert.True(!persons.Any(person => person.By == "organizations.person-function"), why);
    }

    [Fact]
    public void A_person_with_a_function_is_no_organization_by_the_shipped_models()
    {
        var mentions = Tagged("Brussels Chamber\n\nSpeakers: Rosa Okafor, Director of the Harbour Council, and Cherelle Griner, president.");
        Assert.Equal(["Rosa Okafor", "Cherelle Griner"], mentions.Where(mention => mention.Kind == MentionKind.Person).Select(mention => mention.Words));
        Assert.DoesNotContain(mentions, mention => mention.Kind == MentionKind.Organization && (mention.Words.Contains("Okafor", StringComparison.Ordinal) || mention.Words.Contains("Griner", StringComparison.Ordinal)));
    }

    private static (MentionKind Kind, string Words)[] Tagged(string text)
    {
        var mentions = new List<Mention>();
        var document = SomeContext.Tagged(text).Document;
        new Extract.Tag.Organizations.OrganizationTagger(ModelSet.Load(Path.Combine(AppContext.BaseDirectory, "Trained"))).Tag(document, Extract.Text.TokenList.Of(document), mentions);
        return [.. mentions.OrderBy(mention => mention.Span).Select(mention => (mention.Kind, mention.Span.Of(text)))];
    }

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
