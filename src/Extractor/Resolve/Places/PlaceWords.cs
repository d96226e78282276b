using System.Collections.Frozen;
using Extract.Text;

namespace Extract.Resolve.Places;

/// <summary>Words that tell what a place beside them is, by class, so that what is learned of one word holds for its like.</summary>
internal static class PlaceWords
{
    /// <summary>Words of street addresses.</summary>
    public static FrozenSet<ulong> Streets { get; } = Folding.HashesOf("street st avenue ave road rd boulevard blvd drive dr lane ln way highway hwy plaza square suite floor room building rue strasse straße platz weg via calle avenida rua");

    /// <summary>Rooms and houses that events are held in.</summary>
    public static FrozenSet<ulong> Halls { get; } = Folding.HashesOf("hotel hall center centre auditorium campus museum theatre theater library palace arena stadium house institute university college school church embassy pavilion convention room inn resort club");

    /// <summary>The classes of words in running text.</summary>
    public static FrozenDictionary<ulong, string> Classes { get; } = new[]
    {
        ("event", "conference conferences meeting meetings workshop workshops seminar forum congress symposium summit exhibition fair course training school festival concert session hearing assembly expo convention event events ceremony lecture talk tour show mission briefing hackathon meetup dialogue gathering consultation"),
        ("held", "held hold holds holding hosted host hosts hosting place organized organised opens open opening met meet meets convene convened convenes convening gathers gather gathered gathering join attend attended attends attending launched kicks celebrated scheduled"),
        ("travel", "travel travels traveled travelled traveling travelling visit visits visited visiting trip arrive arrives stop stops depart departs heads"),
        ("based", "based headquartered born native lives lived works worked working professor headquarters office offices resident residents graduate graduated studied degree offices"),
        ("speech", "says said told reported reports according statement announced"),
        ("past", "was were been former formerly previously attacks war signed agreement since last native"),
        ("contact", "contact phone tel telephone fax email mail address write call comments docket send submit inquiries enquiries"),
        ("online", "online virtual virtually webinar webinars zoom teleconference computer internet videoconference livestream remote remotely"),
    }.SelectMany(pair => pair.Item2.Split(' ').Distinct().Select(word => (Folding.Hash(word), pair.Item1))).DistinctBy(pair => pair.Item1).ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>Labels of lines that tell where.</summary>
    public static FrozenSet<ulong> Where { get; } = Folding.HashesOf("location locations where venue venues place city ort lieu lugar local site address");
}
