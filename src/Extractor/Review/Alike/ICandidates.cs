namespace Extract.Review.Alike;

/// <summary>
/// Records that wait for a person, as they stand now, found by what they share. Each question gives at most so many, what is worth asking first, and may give others that share it
/// nearly: offers look at each of them again.
/// </summary>
public interface ICandidates
{
    /// <summary>Those that came from where the record did: its site, its folder.</summary>
    IEnumerable<Record> OfSource(Record like, int limit);

    /// <summary>Those that came from where the record did and have its title.</summary>
    IEnumerable<Record> OfTitle(Record like, int limit);

    /// <summary>Those that have an organization of that name.</summary>
    IEnumerable<Record> OfOrganization(string name, int limit);

    /// <summary>Those that have a city of that name.</summary>
    IEnumerable<Record> OfCity(string name, int limit);

    /// <summary>The record that stands next before or after one in its document, whether or not it waits, past what went into another record, with the document's text between; null where there is none, or the text is not known.</summary>
    (Record Record, string Between)? Neighbour(Record record, bool isAfter);
}
