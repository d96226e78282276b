using System.Collections.Immutable;
using Extract.Resolve;
using Extract.Resolve.Organizations;
using Extract.Tag.Organizations;
using Extract.Text;
using Extract.Trained;

namespace Extract.Tests.Resolve.Organizations;

/// <summary>What the resolver does by rules alone, so that a change of weights does not move the tests.</summary>
public sealed class OrganizationResolverTests
{
    [Fact]
    public void An_acronym_and_a_short_form_join_the_name_that_they_stand_for()
    {
        var found = Assert.Single(Resolve("The Regional Cooperation Council (RCC) is organizing a workshop. The RCC invites guests."));
        Assert.Equal("Regional Cooperation Council", found.Text);
        Assert.Equal("RCC", found.Acronym);
        Assert.Equal(2, found.Also!.Value.Length);
    }

    [Theory]
    [InlineData("A seminar hosted by the Ministry of Trade in May.", "host")]
    [InlineData("A seminar with the support of the Ministry of Trade in May.", "supporter")]
    [InlineData("The Ministry of Trade organises a seminar.", "organizer")]
    [InlineData("The Ministry of Trade stands on a hill.", "mentioned")]
    public void The_sentence_tells_the_role(string text, string role) => Assert.Equal(role, Assert.Single(Resolve(text)).Role);

    [Fact]
    public void A_person_with_a_title_is_a_person_and_no_organization()
    {
        const string text = "The talk is by Mr. Rajko Kozmelj of the Ministry of Trade.";
        var mentions = Mentions(text).ToArray();
        Assert.Equal("Rajko Kozmelj", Assert.Single(mentions, mention => mention.Kind == MentionKind.Person).Span.Of(text));
        Assert.Equal("Ministry of Trade", Assert.Single(mentions, mention => mention.Kind == MentionKind.Organization).Span.Of(text));
    }

    [Fact]
    public void Names_in_a_row_are_one_list_and_others_are_not()
    {
        const string text = "The Trade Council, the Harbour Museum (HM) and the Music Trust hold a fair. The Sports Association stays away.";
        var context = Context(text);
        var lists = new NameLists(context.Tokens, context.Mentions);
        var bodies = context.Inside(MentionKind.Organization).Where(mention => mention.Span.Length > 2).ToArray();
        Assert.Equal(4, bodies.Length);
        var around = bodies.Select(body => lists.Around(body.Span, -1, -1)).ToArray();
        Assert.Equal(around[0], around[1]);
        Assert.Equal(around[0], around[2]);
        Assert.NotEqual(around[0], around[3]);
    }

    private static ImmutableArray<OrganizationFinding> Resolve(string text)
    {
        return [.. new OrganizationResolver(ModelSet.Empty).Resolve(Context(text)).Select(candidate => candidate.Finding)];
    }

    private static ResolveContext Context(string text)
    {
        var document = Document(text);
        var announcement = new Announcement { Span = new(0, text.Length), Title = "", Anchor = "a" };
        return new(document, TokenList.Of(document), [.. Mentions(text)], [announcement], 0);
    }

    private static IEnumerable<Mention> Mentions(string text)
    {
        var document = Document(text);
        var mentions = new List<Mention>();
        new OrganizationTagger(ModelSet.Empty).Tag(document, TokenList.Of(document), mentions);
        return mentions.OrderBy(mention => mention.Span);
    }

    private static Document Document(string text) => new()
    {
        Source = new() { Id = "a", Bytes = default, MediaType = "text/plain", Sha256 = "" },
        Text = text,
        Blocks = [new(BlockKind.Paragraph, new(0, text.Length))],
    };
}
