using Extract.Review;

namespace Extract.Tests.Review;

/// <summary>A document with two announcements, on which the tests of the page correct what commonly is wrong.</summary>
internal sealed class RiverLaw : IDocuments
{
    /// <summary>The document's text.</summary>
    public const string Document = "Notices of the faculty\n\n" + Announced + "\n\n" + Next;

    private const string Announced = "Conference on river law\nThe Danube Commission and the University of Zagreb hold a conference on river law on 28-29 June in Zadar, not in Osijek. The Sava Institute attends, and so does the Water Bureau. Apply by 1 May.\nA second meeting takes place on 3 July in Split.";
    private const string Next = "Seminar on lakes on 5 July in Pula.";

    /// <summary>Types and topics to choose from.</summary>
    public static ReviewOptions Labels(ReviewOptions options) => options with
    {
        Topics = [new("environment-climate", "nature, water"), new("justice-rule-of-law", "courts, law reform"), new("research-science", "research in any field")],
        Types = [new("conference", "congress, summit"), new("meeting", null)],
        Documents = new RiverLaw(),
    };

    /// <summary>The conference.</summary>
    public static Record Of(string id, string source = "page.txt") => new()
    {
        Id = id,
        Source = new() { Id = source, Uri = source, Sha256 = "00", Language = "en" },
        Start = At(Announced),
        End = At(Announced) + Announced.Length,
        Title = "Conference on river law",
        Text = Announced,
        EventType = new("conference", 0.9, "test"),
        Dates = [Date("28-29 June", new(2018, 6, 28), new(2018, 6, 29), "event"), Date("1 May", new(2018, 5, 1), new(2018, 5, 1), "deadline")],
        Cities = [City("Zadar", "HR", "venue"), City("Osijek", "HR", "venue")],
        Organizations = [Body("Danube Commission", "organizer"), Body("University of Zagreb", "mentioned"), Body("Sava Institute attends", "participant")],
        Topics = [new("justice-rule-of-law", 0.7, "test", [[At("river law"), At("river law") + 9]])],
        Confidence = 0.5,
        Status = "needs-review",
        Questions = [new("/dates/0/from", "28-29 June: is the year 2018? It follows from the items above and below.", ["2018", "2019"]), new("/cities/1/role", "Does it take place in Osijek, or is Osijek only mentioned, or is it no city here?", ["venue", "mentioned", "none"])],
        MadeBy = new("1.0.0", "test"),
    };

    /// <summary>The seminar, which stands after it in the same document.</summary>
    public static Record After(string id) => Of(id) with
    {
        Start = At(Next),
        End = At(Next) + Next.Length,
        Title = "Seminar on lakes",
        Text = Next,
        Dates = [Date("5 July", new(2018, 7, 5), new(2018, 7, 5), "event")],
        Cities = [City("Pula", "HR", "venue")],
        Organizations = [],
        Topics = [],
        Questions = [],
    };

    /// <inheritdoc/>
    public string? Text(Record record) => record.Source.Id == "page.txt" ? Document : null;

    /// <inheritdoc/>
    public bool HasPage(Record record) => record.Source.Id == "page.txt";

    /// <inheritdoc/>
    public Task<string?> PageAsync(Record record, CancellationToken cancellation) => Task.FromResult<string?>($"<h1>As fetched</h1><p>{Announced}</p><script>document.title = 'acted'</script>");

    private static int At(string words) => Document.IndexOf(words, StringComparison.Ordinal);

    private static DateFinding Date(string words, DateOnly from, DateOnly to, string role) =>
        new() { Text = words, Start = At(words), End = At(words) + words.Length, From = from, To = to, Role = role, YearInferred = true, Confidence = 0.6, By = "test" };

    private static CityFinding City(string name, string country, string role) =>
        new() { Text = name, Start = At(name), End = At(name) + name.Length, Name = name, Country = country, GeonameId = 1, Role = role, Confidence = 0.9, By = "test" };

    private static OrganizationFinding Body(string name, string role) =>
        new() { Text = name, Start = At(name), End = At(name) + name.Length, Name = name, Role = role, Confidence = 0.8, By = "test" };
}
