using Extract.Review;
using Extract.Review.Alike;

namespace Extract.Tests.Review.Alike;

/// <summary>One answer, many records: what is offered, what it changes, and what is never touched.</summary>
public sealed class AlikesTests
{
    private const string Site = "https://example.org/";
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void An_organizations_name_is_offered_where_the_same_words_were_the_same_body()
    {
        var shown = Of("1").By("UNODC", "UN Office", acronym: "UNODC");
        var offer = Assert.Single(Offers(shown, shown with { Organizations = [shown.Organizations[0] with { Name = "Office on Drugs", Id = "x" }] },
            Of("2").By("Unodc", "UN Office", acronym: "UNODC") with { Questions = [new("/organizations/0/name", "Who?", [])] },
            Of("3").By("the Office", "UN Office", acronym: "UNODC"),
            Of("4").By("UNODC", "UN Office"),
            Of("5").By("UNODC", "UN Office", acronym: "UNODC").By("Office on Drugs"),
            Of("6", "other.org").By("UNODC", "UN Office", "host", "UNODC").In("UNODC"),
            Of("7").By("UNODC", "UN Office", acronym: "UNODC") with { Status = "accepted" }));
        Assert.Equal(["2", "6"], offer.Records.Select(offered => offered.Record.Id));
        Assert.Equal("“UNODC” is UN Office, UNODC in 2 other open records. Make it Office on Drugs, UNODC, x there too?", offer.Say);
        Assert.Equal(("UN Office, UNODC (host)", "Office on Drugs, UNODC, x (host)"), (offer.Records[1].Before, offer.Records[1].After));
        Assert.Equal(["replace /organizations/0/name", "replace /organizations/0/id"], offer.Records[0].Changes.Select(change => $"{change.Op} {change.Path}"));

        var batch = offer.Take(new HashSet<string> { "6" }, "ana", At);
        Assert.Equal(("2", "open"), batch.Select(line => (line.Record!.Id, line.Status)).Single());
        var changed = new Decisions(batch).Apply(offer.Records[0].Record);
        Assert.Equal(("Office on Drugs", "reviewed"), (changed.Organizations[0].Name, changed.Status));
        Assert.Equal(2, offer.Take(new HashSet<string>(), "ana", At).GroupBy(line => line.Batch).Single().Count());
    }

    /// <summary>An index that is being made may give records that a person has settled since.</summary>
    [Fact]
    public void What_a_person_has_settled_is_never_offered()
    {
        var shown = Of("1").In("Lyon", "FR", 1);
        Record[] others = [Of("2").In("Lyon", "FR", 1) with { Status = "reviewed" }, Of("3").In("Lyon", "FR", 1), Of("4").In("Lyon", "FR", 1) with { Status = "reviewed", Questions = [new("/title", "?", [])] }];
        var offer = Assert.Single(Alikes.Of(shown, "reviewed", Differences.Of(shown, shown with { Cities = [] }), new MemoryCandidates([shown, .. others]) { IsBehind = true }));
        Assert.Equal(["3", "4"], offer.Records.Select(offered => offered.Record.Id));

        Record[] Document(string page, string status) => [Of(page + 1, page: page) with { Status = status }, WordsRecord.Of(page + 2, "Programme: bees", 100, Site + page, "Programme")];
        var (first, second, third) = (Document("a", "accepted"), Document("b", "reviewed"), Document("c", "accepted"));
        Assert.Equal(["c2"], Alikes.OfMerge(first[0], first[1], new MemoryCandidates([.. first, .. second, .. third]) { IsBehind = true })[0].Records.Select(offered => offered.Record.Id));
    }

    [Fact]
    public void A_batch_is_taken_back_as_a_whole()
    {
        var shown = Of("1").In("Lyon", "FR", 1);
        Record[] others = [Of("2").In("Lyon", "FR", 1), Of("3").In("Lyon", "FR", 1)];
        var batch = Assert.Single(Offers(shown, shown with { Cities = [shown.Cities[0] with { Country = "US", GeonameId = 9 }] }, others)).Take(new HashSet<string>(), "ana", At);
        Assert.All(others, other => Assert.Equal("US", new Decisions(batch).Apply(other).Cities[0].Country));
        var undone = new Decisions([.. batch, Decision.Undoing(batch[0].Batch!, "ana", At.AddMinutes(1))]);
        Assert.All(others, other => Assert.Equal(("FR", "needs-review", 3), (undone.Apply(other).Cities[0].Country, undone.Apply(other).Status, undone.Apply(other).Revision)));
    }

    [Fact]
    public void A_city_is_offered_where_the_same_words_were_the_same_place()
    {
        var shown = Of("1").In("Lyon", "FR", 1);
        var offer = Assert.Single(Offers(shown, shown with { Cities = [shown.Cities[0] with { Country = "US", GeonameId = 9, Region = "Mississippi" }] },
            Of("2").In("Lyon", "FR", 1, "mentioned"), Of("3").In("Lyon", "FR", 2), Of("4").In("Lyon", "FR", 1).In("Lyon", "US", 9), Of("5").In("Paris", "FR", 3).In("Lyon", "FR", 1)));
        Assert.Equal(["2", "5"], offer.Records.Select(offered => offered.Record.Id));
        Assert.Equal(("Lyon, FR (1), mentioned", "Lyon, US (9), mentioned"), (offer.Records[0].Before, offer.Records[0].After));
        Assert.All(offer.Records[1].Changes, change => Assert.StartsWith("/cities/1/", change.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void A_role_is_offered_within_its_source_and_what_was_taken_out_everywhere()
    {
        var shown = Of("1").In("Nice", "FR", 2).By("Apis");
        var offers = Offers(shown, shown with { Cities = [shown.Cities[0] with { Role = "mentioned" }], Organizations = [] },
            Of("2").In("Nice", "FR", 2).By("Apis"), Of("3").In("Nice", "FR", 2, "mentioned").By("Apis", "Bombus"), Of("4", "other.org").In("Nice", "FR", 2).By("Apis"));
        Assert.Equal([["2", "4"], ["2"]], offers.Select(offer => offer.Records.Select(offered => offered.Record.Id).ToArray()));
        Assert.Equal(["remove /organizations/0"], offers[0].Records[0].Changes.Select(change => $"{change.Op} {change.Path}"));
        Assert.Equal(("“Nice” is venue in 1 other open record of this source. Make it mentioned there too?", "Nice, FR (2), mentioned"), (offers[1].Say, offers[1].Records[0].After));
    }

    [Theory]
    [InlineData("05/06/2018", "2018-06-05", "2018-05-06")]
    [InlineData("5.6.2018 - 7.6.2018", "2018-06-05..2018-06-07", "2018-05-06..2018-07-06")]
    [InlineData("05/06/2018", "2018-05-06", null)]
    [InlineData("15/06/2018", "2018-06-15", null)]
    [InlineData("06/06/2018", "2018-06-06", null)]
    [InlineData("2018-06-05", "2018-06-05", null)]
    [InlineData("5 June 2018", "2018-06-05", null)]
    [InlineData("5.6.2018 - 17.6.2018", "2018-06-05..2018-06-17", null)]
    public void A_sources_order_of_day_and_month_is_offered_for_dates_in_numbers_read_the_same_way(string words, string value, string? turned)
    {
        var shown = Of("1").On("03/04/2018", "2018-04-03");
        var days = value.Split("..");
        var other = Of("2").On(words, days[0], days[^1], "deadline").On("9 July", "2018-07-09");
        var offers = Offers(shown, shown with { Dates = [shown.Dates[0] with { From = new(2018, 3, 4), To = new(2018, 3, 4) }] }, other, other with { Id = "3", Source = Of("x", "other.org").Source });
        Assert.Equal(turned is null ? null : turned + "; 2018-07-09", offers.SingleOrDefault()?.Records.Single().After);
    }

    [Fact]
    public void A_year_is_offered_for_the_list_and_apart_from_it_for_the_source()
    {
        var shown = Of("1", page: "list").On("3 May", "2024-05-03", inferred: true).On("1 May", "2024-05-01", inferred: true);
        var decided = shown with { Dates = [shown.Dates[0] with { From = new(2025, 5, 3), To = new(2025, 5, 3) }, shown.Dates[1] with { From = new(2025, 5, 1), To = new(2025, 5, 1) }] };
        var offers = Offers(shown, decided, Of("2", page: "list").On("4 May", "2024-05-04", inferred: true).On("5 May 2024", "2024-05-05"), Of("3", page: "list").On("4 May", "2023-05-04", inferred: true),
            Of("4", page: "next").On("6 May", "2024-05-06", inferred: true), Of("5", page: "list").On("29 February", "2024-02-29", inferred: true));
        Assert.Equal([["2"], ["4"]], offers.Select(offer => offer.Records.Select(offered => offered.Record.Id).ToArray()));
        Assert.Equal("2025-05-04; 2024-05-05", offers[0].Records[0].After);
        Assert.Equal("The year 2024 was inferred in 1 other open record of this document. Make it 2025 there too?", offers[0].Say);
    }

    [Fact]
    public void A_type_and_topics_are_offered_for_records_of_the_same_source_and_title()
    {
        var shown = Of("1").About("animals", "words").About("birds") with { Title = "Séance" };
        var decided = shown with { EventType = new("course", 1, "review"), Topics = [new("fish", 1, "review", [[0, 1]]), shown.Topics[0]] };
        var offers = Offers(shown, decided, Of("2").About("birds").About("animals", "Some") with { Title = "seance" }, Of("3").About("animals") with { Title = "Seance", EventType = new("fair", 1, "test") },
            Of("4").About("birds").About("animals") with { Title = "Other" }, Of("5", "other.org").About("birds").About("animals") with { Title = "Séance" });
        Assert.Equal([["2"], ["2"]], offers.Select(offer => offer.Records.Select(offered => offered.Record.Id).ToArray()));
        var changed = JsonPatch.Apply(offers[1].Records[0].Record, offers[1].Records[0].Changes);
        Assert.Equal([("fish", 0), ("animals", 1)], changed.Topics.Select(topic => (topic.Label, topic.Evidence.Length)));
        Assert.Equal(("seminar", "course"), (offers[0].Records[0].Before, offers[0].Records[0].After));
    }

    [Fact]
    public void A_rejection_is_offered_for_records_of_the_same_source_and_title()
    {
        var shown = Of("1") with { Title = "Cookies" };
        var offer = Assert.Single(Alikes.Of(shown, "rejected", [], new MemoryCandidates(shown, Of("2") with { Title = "COOKIES" }, Of("3") with { Title = "Bees" }, Of("4", "other.org") with { Title = "Cookies" })));
        Assert.Equal(("2", "rejected"), offer.Take(new HashSet<string>(), "ana", At).Select(line => (line.Record!.Id, line.Status)).Single());
        Assert.Empty(Alikes.Of(shown, "unsure", [], new MemoryCandidates(Of("2") with { Title = "Cookies" })));
    }

    [Fact]
    public void A_merge_is_offered_where_the_same_title_stands_alone_in_other_documents()
    {
        Record[] Document(string page) => [Of(page + 1, page: page) with { Title = "Seminar " + page }, WordsRecord.Of(page + 2, "Programme: bees", 100, Site + page, "Programme"), WordsRecord.Of(page + 3, "Programme: ants", 130, Site + page, "Programme")];
        var (first, second) = (Document("a"), Document("b"));
        var offer = Assert.Single(Alikes.OfMerge(first[0], first[1], new MemoryCandidates([.. first, .. second])));
        Assert.Equal(("merge-before", "b2", "b1"), (offer.Key, offer.Records.Single().Record.Id, offer.Records.Single().With!.Value.Record.Id));
        var decisions = new Decisions(offer.Take(new HashSet<string>(), "ana", At));
        Assert.EndsWith("Programme: bees", decisions.Apply(second[0]).Text, StringComparison.Ordinal);
        Assert.Equal("rejected", decisions.Apply(second[1]).Status);
        Assert.Equal("b1", decisions.Holding("b2")!.Into);
    }

    private static Record Of(string id, string host = "example.org", string page = "") =>
        WordsRecord.Of(id, "Some words", source: "https://" + host + "/" + (page.Length > 0 ? page : id)) with { Status = "needs-review" };

    private static Offer[] Offers(Record shown, Record decided, params Record[] others) => [.. Alikes.Of(shown, "reviewed", Differences.Of(shown, decided), new MemoryCandidates([shown, .. others]))];
}
