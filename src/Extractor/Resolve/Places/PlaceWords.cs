using System.Collections.Frozen;
using Extract.Rules;
using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>Words that tell what a place beside them is, by class, so that what is learned of one word holds for its like; from <c>Rules/places</c>.</summary>
internal static class PlaceWords
{
    private static readonly WordList Cues = Load("cues");

    /// <summary>Words of street addresses.</summary>
    public static FrozenSet<ulong> Streets { get; } = [.. Load("streets").Singles];

    /// <summary>Rooms and houses that events are held in.</summary>
    public static FrozenSet<ulong> Halls { get; } = [.. Load("halls").Singles];

    /// <summary>Labels of lines that tell where.</summary>
    public static FrozenSet<ulong> Where { get; } = [.. Load("labels").Singles];

    /// <summary>Labels of lines that tell who.</summary>
    public static FrozenSet<ulong> Who { get; } = [.. Load("who").Singles];

    /// <summary>"in", "at" and the like.</summary>
    public static FrozenSet<ulong> Prepositions { get; } = [.. Load("prepositions").Singles];

    /// <summary>What bears the name of a city and is none: "Agreement", "Times".</summary>
    public static FrozenSet<ulong> Things { get; } = [.. Load("things").Singles];

    /// <summary>Verbs of persons, bodies and governments.</summary>
    public static FrozenSet<ulong> Speech { get; } = [.. Load("speech").Singles];

    /// <summary>What the names of time zones begin with.</summary>
    public static FrozenSet<ulong> ZoneAreas { get; } = [.. Load("zone-areas").Singles];

    /// <summary>What of the map bears the name of a city: "County".</summary>
    public static FrozenSet<ulong> Features { get; } = [.. Load("features").Singles];

    /// <summary>What is "of" a city and in none: "fall".</summary>
    public static FrozenSet<ulong> BeforeOf { get; } = [.. Load("before-of").Singles];

    /// <summary>Titles right before the names of persons: "Dr".</summary>
    public static FrozenSet<ulong> Persons { get; } = [.. Load("persons").Singles];

    /// <summary>What streets are called after their names.</summary>
    public static FrozenSet<ulong> Roads { get; } = [.. Load("roads").Singles];

    /// <summary>Titles of persons and offices: "Mayor".</summary>
    public static FrozenSet<ulong> Titles { get; } = [.. Load("titles").Singles];

    /// <summary>Words of one country, with it.</summary>
    public static WordList CountryWords { get; } = Load("country-words");

    private static readonly FrozenDictionary<string, (FeatureValue Before, FeatureValue After)> Sides =
        Cues.Words.Distinct().ToFrozenDictionary(name => name, name => (new FeatureValue($"{name} before"), new FeatureValue($"{name} after")));

    /// <summary>The class of a word that stands before or after a place, with its side: "event before".</summary>
    public static FeatureValue? SideOf(TokenList tokens, int at, bool before) => ClassOf(tokens, at) is not { } name ? null : before ? Sides[name].Before : Sides[name].After;

    /// <summary>The class of a word in running text, or null.</summary>
    public static string? ClassOf(TokenList tokens, int at) => Cues.Has(tokens[at]) ? Cues.Find(tokens, at, at) : null;

    private static WordList Load(string name) => WordList.Shipped(name, "places");
}
