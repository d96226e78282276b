using System.Collections.Immutable;
using Extract.Resolve;
using Extract.Resolve.Organizations;
using Extract.Text;
using Extract.Trained;

namespace Extract.Tests.Resolve.Organizations;

/// <summary>How sentences are built around names, and the roles that follow where nothing was trained. Names stand between angle brackets, so that no tagger has a say.</summary>
public sealed class ConstructionTests
{
    [Theory]
    [InlineData("The <Trade Council> will hold a fair on Friday.", "organizer")]
    [InlineData("The <Trade Council> is proud to announce a fair.", "organizer")]
    [InlineData("The <Trade Council> (TC), which has two offices, is organizing a fair.", "organizer")]
    [InlineData("The <Trade Council>, in partnership with the <Harbour Museum> and with the support of the <Music Trust>, is organizing a fair.", "organizer co-organizer supporter")]
    [InlineData("The <Trade Council>, the <Harbour Museum> and the <Music Trust> will hold a fair.", "organizer co-organizer co-organizer")]
    [InlineData("A fair organized jointly by the <Trade Council> and the <Harbour Museum>.", "organizer co-organizer")]
    [InlineData("The fair was hosted by the <Trade Council>.", "host")]
    [InlineData("Organizers: <Trade Council>", "organizer")]
    [InlineData("Hosted by <Trade Council>", "host")]
    [InlineData("The fair will be held at the <Harbour Museum> on Friday.", "host")]
    [InlineData("<Harbour Museum>, 12 Quay Street", "host")]
    [InlineData("The fair is funded by the <Music Trust>.", "supporter")]
    [InlineData("She will meet with representatives of the <Trade Council> and the <Music Trust>.", "participant participant")]
    [InlineData("Speakers: Rosa Okafor, <Trade Council>", "participant")]
    [InlineData("Rosa Okafor, Director of the <Trade Council>, opens the fair.", "participant")]
    [InlineData("A talk with Rosa Okafor (<Trade Council>) on fairs.", "participant")]
    [InlineData("The fair was reported in the <Trade Gazette>.", "mentioned")]
    [InlineData("The <Trade Fair> was held in May.", "mentioned")]
    public void The_build_of_the_sentence_tells_the_roles(string marked, string roles)
    {
        var found = new OrganizationResolver(ModelSet.Empty).Resolve(Context(marked)).Select(candidate => candidate.Finding.Role);
        Assert.Equal(roles, string.Join(' ', found));
    }

    [Theory]
    [InlineData("The <Trade Council>, the <Harbour Museum> and the <Music Trust> will be hosting office hours.", "organizer co-organizer co-organizer")]
    [InlineData("<Trade Ministry>\nAgency: <Trade Council>", "mentioned -")]
    [InlineData("<Trade Ministry>\nThe <Trade Council> meets.", "- -")]
    [InlineData("<Harbour Museum>, 12 Quay Street", "host")]
    [InlineData("The <Harbour Museum>, 12 Quay Street, will hold a fair.", "-")]
    [InlineData("Thanks go to the <Harbour Museum>.", "-")]
    [InlineData("With the support of the <Music Trust> we meet.", "supporter")]
    [InlineData("<Press Office>\nThe fair opens.", "mentioned")]
    public void Some_builds_are_sure_whatever_was_learned(string marked, string roles)
    {
        var context = Context(marked);
        var bodies = Bodies.Of(context);
        var constructions = new RoleFeatures(context, bodies).Constructions;
        Assert.Equal(roles, string.Join(' ', Enumerable.Range(0, bodies.Length).Select(i => RoleRules.Sure(context, bodies, i, constructions)?.Role ?? "-")));
    }

    [Theory]
    [InlineData("The <Trade Committee> will meet on Friday.", "organizer")]
    [InlineData("The <Trade Committee> will meet with the <Music Trust> on Friday.", "participant participant")]
    public void Who_meets_holds_a_meeting_and_who_meets_with_another_attends_one(string marked, string roles) =>
        Assert.Equal(roles, string.Join(' ', new OrganizationResolver(ModelSet.Empty).Resolve(Context(marked)).Select(candidate => candidate.Finding.Role)));

    [Fact]
    public void A_later_sentence_counts_as_much_as_the_first()
    {
        var found = new OrganizationResolver(ModelSet.Empty).Resolve(Context("Read the news of the <Trade Council>. The <Trade Council> will hold a fair."));
        Assert.Equal("organizer", Assert.Single(found).Finding.Role);
    }

    [Fact]
    public void A_name_under_a_heading_is_what_the_heading_says()
    {
        var context = Context("Speakers\n<Trade Council>");
        Assert.Equal("presents", new ConstructionReader(context).Read(Assert.Single(context.Mentions)).Section);
    }

    [Theory]
    [InlineData("She worked at the <Trade Council> for ten years.", true)]
    [InlineData("The <Trade Council> opens its doors.", false)]
    public void A_sentence_of_a_life_is_told_from_one_of_the_event(string marked, bool life)
    {
        var context = Context(marked);
        Assert.Equal(life, new ConstructionReader(context).Read(Assert.Single(context.Mentions)).Life);
    }

    [Fact]
    public void A_name_of_many_items_of_a_page_is_counted_in_each()
    {
        const string text = "Fair of the Trade Council\nWalk with the Trade Council and the Music Trust";
        var mentions = new[] { "Trade Council", "Music Trust" }.SelectMany(name => Places(text, name)).Select(span => Body(text, span)).OrderBy(mention => mention.Span).ToImmutableArray();
        var cut = text.IndexOf('\n', StringComparison.Ordinal);
        var counts = new NameCounts(text, mentions, [Announcement(new(0, cut)), Announcement(new(cut + 1, text.Length))]);
        Assert.Equal([2, 2, 1], mentions.Select(mention => counts.Of(new((OrganizationValue)mention.Value!, [mention], false), text)));
    }

    private static IEnumerable<TextSpan> Places(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal)) yield return new(at, at + name.Length);
    }

    private static ResolveContext Context(string marked)
    {
        var (text, spans) = Unmark(marked);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
            blocks.Add(new(BlockKind.Paragraph, new(at, end)));
            at = end + 1;
        }
        var source = new Source { Id = "a", Bytes = default, MediaType = "text/plain", Sha256 = "" };
        var document = new Document { Source = source, Text = text, Blocks = blocks.ToImmutable() };
        return new(document, TokenList.Of(document), [.. spans.Select(span => Body(text, span)).Concat(Dates(text)).OrderBy(mention => mention.Span)], [Announcement(new(0, text.Length))], 0);
    }

    private static IEnumerable<Mention> Dates(string text) =>
        Places(text, "19 June 2024").Select(span => new Mention(MentionKind.Date, span, null, new("test", span, 0.9)));

    private static (string Text, List<TextSpan> Spans) Unmark(string marked)
    {
        var (text, spans, start) = (new System.Text.StringBuilder(), new List<TextSpan>(), 0);
        foreach (var c in marked)
        {
            if (c == '<') start = text.Length;
            else if (c == '>') spans.Add(new(start, text.Length));
            else text.Append(c);
        }
        return (text.ToString(), spans);
    }

    private static Mention Body(string text, TextSpan span) => new(MentionKind.Organization, span, new OrganizationValue(span.Of(text)), new("test", span, 0.9));

    private static Announcement Announcement(TextSpan span) => new() { Span = span, Title = "", Anchor = "a" };
}
