using System.Globalization;
using System.Text.Json.Nodes;

namespace Extract.Tests.Corpus;

/// <summary>Holds the gold of train and test against the pages: a wrong label would be learned, or measured.</summary>
public sealed class GoldTests
{
    private static readonly string[] Kinds = ["dates", "cities", "organizations"];

    private static readonly Dictionary<string, string[]> Roles = new()
    {
        ["dates"] = ["event", "deadline", "publication", "other"],
        ["cities"] = ["venue", "mentioned"],
        ["organizations"] = ["organizer", "co-organizer", "host", "supporter", "participant", "mentioned"],
    };

    private static readonly string[] Topics = [.. (
        "counter-terrorism violent-extremism organized-crime corruption money-laundering drugs cybersecurity migration border-security human-trafficking firearms justice-rule-of-law " +
        "human-rights democracy-elections diplomacy-regional-cooperation defence disaster-emergency humanitarian health education-training research-science technology-software data-ai " +
        "environment-climate energy agriculture-food transport-infrastructure economy-finance trade-business labour-employment gender-equality youth culture-arts media-journalism sports " +
        "tourism religion urban-local-government legal-notice other").Split(' ')];

    private static readonly string[] Types = [.. (
        "meeting hearing conference workshop training lecture visit ceremony launch press-event exhibition performance festival sports-event call sale other").Split(' ')];

    public static TheoryData<string> Pages => [.. CorpusFolder.Pages("train").Concat(CorpusFolder.Pages("test"))];

    [Theory, MemberData(nameof(Pages))]
    public void Every_page_has_gold_and_meta_of_its_own(string page)
    {
        JsonNode gold = CorpusFolder.Beside(page, "gold"), meta = CorpusFolder.Beside(page, "meta");
        Assert.Equal(Path.GetFileNameWithoutExtension(page), (string?)gold["id"]);
        Assert.Equal((string?)gold["url"], (string?)meta["url"]);
        Assert.Equal((string?)gold["published"], (string?)meta["published"]);
        if (page.EndsWith(".txt", StringComparison.Ordinal)) Assert.Equal(CorpusFolder.Characters(page), (string?)gold["text"]);
    }

    [Theory, MemberData(nameof(Pages))]
    public void Labels_are_of_the_closed_sets(string page)
    {
        foreach (JsonNode announcement in Announcements(page))
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)announcement["title"]));
            Assert.Contains((string?)announcement["eventType"], Types);
            string[] topics = [.. announcement["topics"]!.AsArray().Select(t => (string)t!)];
            Assert.InRange(topics.Length, 1, 4);
            Assert.Equal(topics.Distinct(), topics);
            Assert.All(topics, t => Assert.Contains(t, Topics));
            foreach (string kind in Kinds) Assert.All(Labels(announcement, kind), x => Assert.Contains((string?)x["role"], Roles[kind]));
            Assert.All(Labels(announcement, "cities"), x => Assert.Matches("^[A-Z]{2}$", (string?)x["country"]));
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public void Dates_are_days_in_order(string page)
    {
        foreach (JsonNode date in Announcements(page).SelectMany(a => Labels(a, "dates"))) Assert.True(Day(date, "from") <= Day(date, "to"), (string?)date["text"]);

        static DateOnly Day(JsonNode date, string end) => DateOnly.ParseExact((string)date[end]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [Theory, MemberData(nameof(Pages))]
    public void Quotes_stand_where_the_gold_says(string page)
    {
        // A page that is no text is held by its reader's tests, and by the announcement's own words here.
        string text = CorpusFolder.IsText(page) ? CorpusFolder.Characters(page) : Read(page);
        bool offsets = CorpusFolder.Beside(page, "gold")["text"] is not null;
        string words = offsets ? text : CorpusFolder.IsText(page) ? CorpusFolder.Words(text) : CorpusFolder.Fold(text);
        foreach (JsonNode announcement in Announcements(page))
        {
            if (!offsets) AssertInOrder(words, (string)announcement["text"]!);
            foreach (JsonNode label in Kinds.SelectMany(k => Labels(announcement, k)))
            {
                string quote = (string)label["text"]!;
                if (offsets) Assert.Equal(quote, text[(int)label["start"]!..(int)label["end"]!]);
                else Assert.True(words.Contains(CorpusFolder.Fold(quote), StringComparison.Ordinal) || text.Contains(quote, StringComparison.Ordinal), quote);
            }
        }
    }

    private static string Read(string page)
    {
        Source source = Extract.Learn.LabelledPages.Of(Extract.Learn.Gold.Load(Path.Combine(CorpusFolder.Root, Path.ChangeExtension(page, ".gold.json")))[0]).Source;
        return new Extract.Read.Readers(new()).Read(source).Document!.Text;
    }

    [Fact]
    public void No_site_stands_on_both_sides_of_the_split()
    {
        Assert.Empty(Sites("train").Intersect(Sites("test")));

        static IEnumerable<string> Sites(string side) =>
            from page in CorpusFolder.Pages(side)
            let url = (string?)CorpusFolder.Beside(page, "meta")["url"]
            where url is not null
            select new Uri(url).Host;
    }

    /// <summary>The lines of an announcement stand in the page one after another.</summary>
    private static void AssertInOrder(string words, string text)
    {
        int at = 0;
        foreach (string line in text.Split('\n'))
        {
            at = words.IndexOf(CorpusFolder.Fold(line), at, StringComparison.Ordinal);
            Assert.True(at >= 0, line);
        }
    }

    private static IEnumerable<JsonNode> Announcements(string page) => CorpusFolder.Beside(page, "gold")["announcements"]!.AsArray().Select(a => a!);

    private static IEnumerable<JsonNode> Labels(JsonNode announcement, string kind) => announcement[kind]!.AsArray().Select(x => x!);
}
