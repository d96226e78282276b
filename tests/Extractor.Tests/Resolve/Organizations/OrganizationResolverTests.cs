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
    public void A_person_with_a_title_is_no_organization()
    {
        var mentions = Mentions("The talk is by Mr. Rajko Bank and the Ministry of Trade.").ToArray();
        Assert.Contains(mentions, mention => mention.Kind == MentionKind.Organization);
        Assert.DoesNotContain(mentions, mention => mention.Kind == MentionKind.Person && mention.Span.Length > 20);
    }

    private static ImmutableArray<OrganizationFinding> Resolve(string text)
    {
        var document = Document(text);
        var announcement = new Announcement { Span = new(0, text.Length), Title = "", Anchor = "a" };
        var context = new ResolveContext(document, TokenList.Of(document), [.. Mentions(text)], [announcement], 0);
        return [.. new OrganizationResolver(ModelSet.Empty).Resolve(context).Select(candidate => candidate.Finding)];
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
