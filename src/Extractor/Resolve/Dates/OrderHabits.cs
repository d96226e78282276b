using System.Collections.Frozen;
using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>Where and how a document was written: few countries write the month first.</summary>
internal static class OrderHabits
{
    private const string BothWays = "CA";
    private const int TokensRead = 3000, SeveralWords = 12;
    private static readonly FrozenSet<string> MonthFirstCountries = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "US", "PH", "PR", "GU", "VI", "AS", "MP", "FM", "MH", "PW", "BZ");
    private static readonly FrozenSet<ulong> BritishWords = Folding.HashesOf("organise organised organises organising organisation organisations organiser organisers programme programmes centre centres theatre colour labour favour honour neighbourhood neighbours enrol licence travelling cancelled catalogue analyse recognised minibus fortnight");
    private static readonly FrozenSet<ulong> AmericanWords = Folding.HashesOf("organize organized organizes organizing organization organizations organizer organizers program programs center centers theater color labor favor honor neighborhood neighbors enroll traveling canceled catalog analyze recognized");
    private static readonly Feature Address = new("order:address"), Country = new("order:country"), Spelling = new("order:spelling"), Language = new("order:language");

    /// <summary>Adds what the address, the places, the spelling and the language say.</summary>
    public static void Write(ResolveContext context, FeatureVector features)
    {
        OrderFeatures.Add(features, Address, OfAddress(context.Document.Source.Address));
        OrderFeatures.Add(features, Country, OfPlaces(context));
        OrderFeatures.Add(features, Spelling, OfSpelling(context.Tokens));
        if (context.Document.Language is { } language && language != "en") features.Add(Language, OrderFeatures.DayFirst);
    }

    private static int OfAddress(string? address) => SourceCountry.Of(address) is { } country && country != BothWays ? MonthFirstCountries.Contains(country) ? -1 : 1 : 0;

    // A country by name counts more than a city, whose name may be another's.
    private static int OfPlaces(ResolveContext context)
    {
        var (day, month) = (0, 0);
        foreach (var mention in context.Mentions)
        {
            if (mention.Value is not PlaceValue { Candidates: [var place, ..] } || place.Country == BothWays) continue;
            var votes = mention.Kind == MentionKind.Country ? 3 : 1;
            if (MonthFirstCountries.Contains(place.Country)) month += votes; else day += votes;
        }
        return month > 2 * day ? -1 : day > 2 * month ? 1 : 0;
    }

    private static int OfSpelling(TokenList tokens)
    {
        var balance = 0;
        for (var i = 0; i < Math.Min(tokens.Count, TokensRead) && Math.Abs(balance) < SeveralWords; i++)
            balance += BritishWords.Contains(tokens[i].Hash) ? 1 : AmericanWords.Contains(tokens[i].Hash) ? -1 : 0;
        return balance;
    }
}
