using Extract.Tag.Organizations;
using Extract.Tests.Resolve;
using Extract.Text;
using Extract.Trained;

namespace Extract.Tests.Tag.Organizations;

/// <summary>The user's own organizations in a text: which words are found, and what gives way to them. By the shipped models and without any.</summary>
public sealed class OwnOrganizationsTests
{
    private const string Header = "name,acronym,aliases,id,type\n";
    private static readonly ModelSet Shipped = ModelSet.Load(Path.Combine(AppContext.BaseDirectory, "Trained"));

    [Theory]
    [InlineData("Open Harbour,,,x1,", "Talks at <Open Harbour>, today", "a name")]
    [InlineData("Open Harbour,,,x1,", "the <OPEN HARBOUR>'s talks", "in capitals, with a possessive")]
    [InlineData("Open Harbour,,,x1,", "an open harbour is a harbour", "a capital of the file is one of the text")]
    [InlineData("Open Harbour,,,x1,", "Open Harbours, Reopen Harbour and Open Harbour2 meet", "no whole words")]
    [InlineData("Open Harbour,,,x1,", "It is open. Open\n\nHarbour news", "not over the end of a block")]
    [InlineData("Open Harbour,,,x1,", "write to a@open.harbour.example", "not in an address")]
    [InlineData("Žabljak Društvo,,,x1,", "with <Zabljak Drustvo> and others", "accents aside")]
    [InlineData("iHub Labs,,,x1,", "by <iHub Labs> and others", "a small letter first")]
    [InlineData("18F,,,x1,", "by <18F> and F alone", "a digit first")]
    [InlineData("Bee Board Ltd.,,,x1,", "by the <Bee Board Ltd.> of Norway", "the full stop of the name")]
    [InlineData("\"Bureau of Bees, Honey, and Wax\",,,x1,", "the <Bureau of Bees, Honey, and Wax> meets", "commas of the name")]
    [InlineData("Bees Norway,,,x1,", "on bees, Bees, Norway and honey", "no comma of the name")]
    [InlineData("Reed & Holt,,,x1,", "by <Reed and Holt> today", "and for &")]
    [InlineData("The Hague Trust,,,x1,", "by the <Hague Trust> today", "without the")]
    [InlineData("Open Harbour,,Open Harbour Youth,x1,", "the <Open Harbour Youth> meets", "the longest spelling")]
    [InlineData("World Honey Order,WHO,,x1,", "Who asks? Those who ask the <WHO>, not Who", "letters as they are written")]
    [InlineData("World Honey Order,WHO,,x1,", "WHO SHOULD ATTEND\n\nAll who keep bees.", "letters in a line of capitals may be a word")]
    [InlineData("World Honey Order,WHO,,x1,", "<WHO> SHOULD ATTEND\n\nThe <World Honey Order> asks all who keep bees.", "unless their body is named elsewhere")]
    [InlineData("CARE,,,x1,", "take Care of <CARE> today", "a name of one word in capitals is letters too")]
    [InlineData("Honey Order,HO,,x1,\nHarbour Office,HO,,x2,", "Letters of two: the HO meets", "letters of two bodies mean neither")]
    [InlineData("Honey Order,HO,,x1,\nHarbour Office,HO,,x2,", "The <Honey Order> says that the <HO> meets", "but the one that is named")]
    public void Whole_words_are_found_as_the_file_writes_them(string line, string marked, string why)
    {
        foreach (var models in new[] { ModelSet.Empty, Shipped })
        {
            var text = marked.Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal);
            var found = Tag(line, text, models).Where(mention => mention.Evidence.By == OrganizationTagger.Own).ToArray();
            Assert.True(found.All(mention => ((OrganizationValue)mention.Value!).Id == "x1"), why);
            var shown = found.Reverse().Aggregate(text, (shown, mention) => shown.Insert(mention.Span.End, ">").Insert(mention.Span.Start, "<"));
            Assert.True(shown == marked, $"{why}: {shown}");
        }
    }

    [Theory]
    [InlineData("Ministry of Trade,,,x1,", "The Ministry of Trade invites.", "Ministry of Trade", "x1", "before the gazetteer's own id")]
    [InlineData("Trade,,,x1,", "The Ministry of Trade invites.", "Ministry of Trade", "https://ror.org/02jfryy43", "a longer name with a head of its own is another body's")]
    [InlineData("Harbour Council,,,x1,", "The Harbour Council Ana Ilic invites.", "Harbour Council", "x1", "what is no name around it gives way")]
    public void What_overlaps_gives_way_but_a_longer_name_with_a_head_of_its_own(string line, string text, string words, string id, string why)
    {
        var found = Assert.Single(Tag(line, text, Shipped));
        Assert.True((found.Span.Of(text), ((OrganizationValue)found.Value!).Id) == (words, id), $"{why}: {found}");
    }

    [Theory]
    [InlineData("Ministry of Trade,,,,-", "The Ministry of Trade invites.", null, "the name is none")]
    [InlineData("Ministry of Trade,,,,-", "The Ministry of Trade and Industry invites.", "Ministry of Trade and Industry", "a longer one is")]
    [InlineData("Trade,,,,-", "The Ministry of Trade invites.", "Ministry of Trade", "one that holds it is")]
    [InlineData("Ministry of Trade,,,,-\nTrade,,,x1,", "The Ministry of Trade invites.", null, "the longest of the file counts")]
    public void A_name_may_be_no_organization_s(string line, string text, string? words, string why)
    {
        foreach (var models in new[] { ModelSet.Empty, Shipped })
        {
            var found = Tag(line, text, models);
            Assert.True(found.Select(mention => mention.Span.Of(text)).SingleOrDefault() == words, why);
        }
    }

    [Fact]
    public void Every_document_is_tagged_as_before_where_the_file_names_nothing_of_it()
    {
        const string Text = "The Regional Cooperation Council (RCC) and the Ministry of Trade hold a seminar with Open Harbour on 3 June 2024.";
        Assert.Equal(Tag("", Text, Shipped).Select(Said), Tag("Bee Board,BB,Bees,,", Text, Shipped).Select(Said));

        static (TextSpan, string, double) Said(Mention mention) => (mention.Span, mention.Evidence.By, mention.Evidence.Trust);
    }

    private static Mention[] Tag(string lines, string text, ModelSet models)
    {
        using var folder = new TemporaryFolder().With("own.csv", Header + lines + "\n");
        var (document, mentions) = (SomeContext.Tagged(text).Document, new List<Mention>());
        new OrganizationTagger(models, OwnOrganizationsFile.Load(folder["own.csv"])).Tag(document, TokenList.Of(document), mentions);
        return [.. mentions.Where(mention => mention.Kind == MentionKind.Organization).OrderBy(mention => mention.Span)];
    }
}
