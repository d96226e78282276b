using System.Text;
using Extract.Trained;

namespace Extract.Tests.Resolve.Places;

/// <summary>Names that are words, persons, bodies and parts of longer names, and cities of one name, in sentences of ours: what the shipped models say of them.</summary>
public sealed class PlaceSentenceTests
{
    private static readonly Lazy<Pipeline> Shipped = new(() => new(ModelSet.Load(Path.Combine(AppContext.BaseDirectory, "Trained")), new(), new(), "test"));

    [Theory]
    [InlineData("Paris Hilton spoke to the press about her new record.")]
    [InlineData("It is nice to see you. Nice weather is expected for the walk.")]
    [InlineData("Reading is good for children, and so is writing.")]
    [InlineData("Mobile and Orange phones are sold at half the price.")]
    [InlineData("The parties to the Vienna Convention agreed on the text.")]
    [InlineData("The Dayton Agreement ended the war.")]
    [InlineData("The New York Times reported it on Monday.")]
    [InlineData("Washington announced new tariffs on Monday, and Moscow warned of an answer.")]
    [InlineData("All times are given as Europe/Vienna.")]
    [InlineData("He is licensed to practice law in California.")]
    [InlineData("The call begins at 10:00 Brussels time.")]
    [InlineData("The lecture is about the fall of Rome and the siege of Vienna.")]
    [InlineData("Tea will be served by Victoria after the talk.")]
    [InlineData("Welcome by Dr. Lincoln, Mr. Paris and Professor Hamilton.")]
    [InlineData("Do not park in Nassau Street during the race.")]
    [InlineData("Enter between Washington and Madison streets.")]
    [InlineData("Room: Napier 201")]
    [InlineData("Suite: 8825 Aero Drive, Ste. 102")]
    [InlineData("The farmers of Orange County met on Victoria Island.")]
    [InlineData("The comedian from Montana tells jokes.")]
    [InlineData("The agreement between Singapore and Malaysia was renewed.")]
    [InlineData("The treaty with Thailand, Singapore and Brunei was renewed.")]
    [InlineData("Rivers were cleaned in Pennsylvania and New York.")]
    [InlineData("Visit the USA Pavilion at the fair.")]
    public void What_goes_by_the_name_of_a_city_is_none(string text) => Assert.Empty(Cities(text));

    [Theory]
    [InlineData("The congress will be held at the Vienna Convention Centre, Austria, on 3 May 2024.", "Vienna AT")]
    [InlineData("Payroll workshop\n\nDate: 3 May 2024\nPlace: Campus Hall, 720 S. Taylor, Amarillo, Texas", "Amarillo US")]
    [InlineData("Pump fair\n\nDate: 3 May 2024\nPlace: Hilton Americas, 1600 Lamar, Houston, TX 77010", "Houston US")]
    [InlineData("Bee seminar\n\nDate: 3 May 2024\nPlace: Bee House, Ring 3, 1010 Vienna, Austria", "Vienna AT")]
    [InlineData("The forum will be held in Bali, Indonesia. The workshop before it will be held in Bangkok on 3 May 2024.", "Bangkok TH")]
    [InlineData("The fair will be held in Cornwall, United Kingdom. The workshop before it will be held in Brussels, Belgium, on 3 May 2024.", "Brussels BE")]
    [InlineData("Data workshop\n\n3 May 2024\n\nForschungszentrum Graz\n\nLearn how to keep your data.", "Graz AT")]
    [InlineData("The workshop will be held in Nice, France, on 3 May 2024.", "Nice FR")]
    [InlineData("The fair will be held in Reading, England, on 3 May 2024.", "Reading GB")]
    [InlineData("The conference will be held in Mobile, Alabama, on 3 May 2024.", "Mobile US")]
    [InlineData("The conference will be held in Paris, Texas, on 3 May 2024.", "Paris US")]
    [InlineData("The conference will be held in Tripoli, Lebanon, on 3 May 2024.", "Tripoli LB")]
    [InlineData("The conference will be held in Dublin, Ohio, on 3 May 2024.", "Dublin US")]
    [InlineData("The conference will be held in Dublin on 3 May 2024.", "Dublin IE")]
    [InlineData("The conference will be held in Wellington, New Zealand, on 3 May 2024.", "Wellington NZ")]
    [InlineData("The meeting will be held in Seattle, Wash., on 3 May 2024.", "Seattle US")]
    [InlineData("The meeting will be held in Sacramento, Calif., on 3 May 2024.", "Sacramento US")]
    [InlineData("The meeting will be held in Washington, D.C., on 3 May 2024.", "Washington US")]
    [InlineData("The workshop will be held at the University of Vienna on 3 May 2024.", "Vienna AT")]
    [InlineData("The University of Vienna invites to a workshop. The workshop will be held in Graz on 3 May 2024.", "Graz AT")]
    public void The_venue_is_the_city_that_is_meant(string text, string venue) => Assert.Equal([venue], Venues(text));

    [Fact]
    public void Cities_that_are_named_together_lie_together()
    {
        var findings = Findings("The conference on Ohio's rivers will be held in Dublin on 3 May 2024. Buses go from Columbus, Hilliard and Westerville. Ohio pays for them.");
        Assert.Contains(findings.Cities, city => city.Finding is { Name: "Dublin", Country: "US", Region: "Ohio" });
    }

    [Fact]
    public void An_event_that_moves_has_several_venues() =>
        Assert.Equal(["Zagreb HR", "Ljubljana SI", "Vienna AT"], Venues("The exhibition will be held in Zagreb on 3 May 2024, in Ljubljana on 10 May 2024 and in Vienna on 17 May 2024."));

    [Fact]
    public void One_name_that_nobody_knows_spoils_no_other() =>
        Assert.Equal(["Zagreb HR"], Venues("The workshop on Xyzzyville and Qwertograd will be held in Zagreb, Croatia, on 3 May 2024. Speakers come from Xyzzyville."));

    [Fact]
    public void What_is_both_here_and_online_has_a_venue()
    {
        var findings = Findings("The conference will be held in Brussels and online on 3 May 2024. This is a hybrid event: you may come to Brussels or take part via Zoom.");
        Assert.True(findings.Online);
        Assert.Equal("Brussels", Assert.Single(findings.Cities).Finding.Name);
    }

    [Theory]
    [InlineData("The choir sings at the town hall of Graz on 3 May 2024.", false, "a place is stated")]
    [InlineData("The choir sings on 3 May 2024. It has sung songs of many lands for years.", null, "nothing is stated")]
    [InlineData("The talk on Paris and the Paris of Balzac is held online on 3 May 2024.", true, "a city that is spoken of is no place where it is")]
    public void Online_is_what_the_text_says(string text, bool? online, string why) => Assert.True(online == Findings(text).Online, why);

    [Theory]
    [InlineData("Web seminar on energy prices (Brussels)\n\nThis webinar takes place online via Zoom on 3 May 2024 at 10:00.")]
    [InlineData("Webinar: reading contracts\n\nThe online seminar is on 3 May 2024 at 10:00 (Brussels). The link comes by mail.")]
    public void What_is_only_online_has_no_venue(string text) => Assert.Empty(Venues(text));

    [Fact]
    public void A_city_of_an_address_after_the_house_is_the_venue() =>
        Assert.Equal(["Springfield US"], Venues("Spring concert\n\nDate: 3 May 2024\nPlace: Town Hall, 36 Court Street, Springfield, MA 01103"));

    private static string[] Cities(string text) => [.. Findings(text).Cities.Select(city => $"{city.Finding.Name} {city.Finding.Country} {city.Finding.Role}")];

    private static string[] Venues(string text) => [.. Findings(text).Cities.Where(city => city.Finding.Role == "venue").Select(city => $"{city.Finding.Name} {city.Finding.Country}")];

    private static Extract.Resolve.Findings Findings(string text)
    {
        var source = new Source { Id = "test", Bytes = Encoding.UTF8.GetBytes(text), Text = text, MediaType = "text/plain", Sha256 = "" };
        var document = Shipped.Value.Read(source, TestContext.Current.CancellationToken).Document!;
        var whole = new Announcement { Span = new TextSpan(0, text.Length).Trim(text), Title = "", Anchor = "" };
        return Shipped.Value.Resolve(Shipped.Value.Tag(document), [whole])[0];
    }
}
