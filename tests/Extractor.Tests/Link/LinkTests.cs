using Extract.Link;

namespace Extract.Tests.Link;

/// <summary>Which records become one.</summary>
public sealed class LinkTests
{
    [Fact]
    public void The_same_title_dates_and_venue_are_the_same_whatever_their_spelling()
    {
        Assert.Equal(Key("1", "Workshop on Birds — Priština"), Key("2", "WORKSHOP ON BIRDS - Pristina"));
        Assert.Equal(Key("1", "Birds: the ringer’s workshop"), Key("2", "Birds: the ringer's workshop"));
        Assert.NotEqual(Key("1", "Workshop on birds"), Key("2", "Workshop on bees"));
        Assert.NotEqual(LinkKey.Of(SomeRecord.Of("1")), LinkKey.Of(SomeRecord.Of("2", day: "2018-06-29")));
        Assert.NotEqual(LinkKey.Of(SomeRecord.Of("1")), LinkKey.Of(SomeRecord.Of("2", city: "Split")));
    }

    [Fact]
    public void Without_dates_only_the_same_text_is_the_same()
    {
        var one = SomeRecord.Of("1") with { Dates = [], Text = "Call for papers. Birds." };
        Assert.Equal(LinkKey.Of(one), LinkKey.Of(one with { Id = "2", Text = "Call for papers.\nBirds." }));
        Assert.NotEqual(LinkKey.Of(one), LinkKey.Of(one with { Id = "2", Text = "Call for papers. Bees." }));
    }

    [Fact]
    public void The_first_by_id_takes_the_others_in_and_lists_their_sources()
    {
        var records = new[] { SomeRecord.Of("1", "b.txt"), SomeRecord.Of("2", "a.txt"), SomeRecord.Of("3", "c.txt") };
        var plan = Plan(records);
        Assert.Equal(["a.txt", "c.txt"], plan.Apply(records[0])!.AlsoIn.Select(source => source.Id));
        Assert.Null(plan.Apply(records[1]));
        Assert.Equal("b.txt", plan.AbsorbedBy("3"));
    }

    [Fact]
    public void The_whole_text_leads_over_one_that_was_cut()
    {
        var plan = Plan(SomeRecord.Of("1", "feed.xml") with { Text = "A workshop …" }, SomeRecord.Of("2", "page.html") with { Text = "A workshop on birds." });
        Assert.Equal("page.html", plan.AbsorbedBy("1"));
        Assert.Null(plan.AbsorbedBy("2"));
    }

    [Fact]
    public void Two_of_one_name_on_one_page_stay_two()
    {
        var plan = Plan(SomeRecord.Of("1"), SomeRecord.Of("2"));
        Assert.All(new[] { "1", "2" }, id => Assert.Null(plan.AbsorbedBy(id)));
    }

    [Fact]
    public void Pages_that_mirror_each_other_are_joined_item_by_item()
    {
        var plan = Plan(SomeRecord.Of("1", "a.txt"), SomeRecord.Of("2", "a.txt"), SomeRecord.Of("3", "b.txt"), SomeRecord.Of("4", "b.txt"));
        Assert.Equal(("a.txt", "a.txt"), (plan.AbsorbedBy("3"), plan.AbsorbedBy("4")));
    }

    [Fact(Timeout = 30_000)]
    public Task Many_copies_of_one_notice_become_one_in_time_that_grows_as_they_do() => Task.Run(() =>
    {
        var record = SomeRecord.Of("0");
        var entries = Enumerable.Range(0, 50_000).Select(i => i.ToString("00000", System.Globalization.CultureInfo.InvariantCulture)).Select(id => new LinkEntry(id, "key", SomeRecord.SourceOf(id), 1, false));
        Assert.Equal("00000", new LinkPlan(entries).AbsorbedBy("49999"));
        Assert.Null(new LinkPlan(entries.Select(entry => entry with { Source = record.Source })).AbsorbedBy("49999"));
    }, TestContext.Current.CancellationToken);

    [Fact(Timeout = 30_000)]
    public Task Two_pages_that_repeat_one_notice_are_joined_in_time_that_grows_as_they_do() => Task.Run(() =>
    {
        var entries = Enumerable.Range(0, 100_000).Select(i => new LinkEntry(i.ToString("000000", System.Globalization.CultureInfo.InvariantCulture), "key", SomeRecord.SourceOf(i < 50_000 ? "a" : "b"), 1, false));
        Assert.Equal("a", new LinkPlan(entries).AbsorbedBy("099999"));
    }, TestContext.Current.CancellationToken);

    [Fact]
    public void A_record_that_a_person_decided_on_is_never_taken_in()
    {
        var records = new[] { SomeRecord.Of("1", "a.txt"), SomeRecord.Of("2", "b.txt") };
        var plan = new LinkPlan(records.Select(record => new LinkEntry(record.Id, LinkKey.Of(record), record.Source, record.Text.Length, record.Id == "2")));
        Assert.Equal("b.txt", plan.AbsorbedBy("1"));
        Assert.Equal(["a.txt"], plan.Apply(records[1])!.AlsoIn.Select(source => source.Id));
    }

    private static string Key(string id, string title) => LinkKey.Of(SomeRecord.Of(id, title: title));

    private static LinkPlan Plan(params Record[] records) => new(records.Select(record => new LinkEntry(record.Id, LinkKey.Of(record), record.Source, record.Text.Length, false)));
}
