using System.Text;

namespace Extract.Review.Index;

/// <summary>Puts records into the index: their rows, the words by which they are found, and the counts.</summary>
internal static class Entry
{
    /// <summary>The words by which a record is found: its own, and those of what it can be filtered by.</summary>
    public static string Words(SlimRecord record, IEnumerable<Facet> facets, Standing standing, string? reviewer, IEnumerable<string> readers)
    {
        var words = new StringBuilder();
        foreach (var facet in facets) words.Append(facet.Token).Append(' ');
        foreach (var name in Bodies(record)) words.Append(Facet.Organization(name)).Append(' ');
        foreach (var name in Names(record.Cities)) words.Append(Facet.City(name)).Append(' ');
        words.Append(Facet.Confidence(record.Confidence)).Append(' ').Append(Facet.Status(record.Status)).Append(' ').Append(Token(standing)).Append(' ');
        if (IsWaiting(standing)) words.Append(Waits).Append(' ');
        if (reviewer is not null) words.Append(Facet.Reviewer(reviewer)).Append(' ');
        foreach (var reader in readers) words.Append(Facet.Decided(reader)).Append(' ');
        var own = words.Length;
        words.Append(record.Title).Append(' ').Append(record.Text);
        foreach (var name in record.Cities.Concat(record.Organizations)) words.Append(' ').Append(name.Text).Append(' ').Append(name.Name).Append(' ').Append(name.Acronym);
        return words.Replace('_', ' ', own, words.Length - own).ToString();
    }

    /// <summary>The word of all that waits for anybody.</summary>
    public const string Waits = "_waits";

    /// <summary>True for what waits for anybody.</summary>
    public static bool IsWaiting(Standing standing) => standing is Standing.Open or Standing.Again or Standing.Unsure;

    /// <summary>True for what comes again when all else is done.</summary>
    public static bool IsLate(Standing standing) => standing is Standing.Unsure or Standing.SecondUnsure;

    /// <summary>The word of a standing.</summary>
    public static string Token(Standing standing) => "_standing_" + standing.ToString().ToLowerInvariant();

    private static IEnumerable<string> Bodies(SlimRecord record) => Names(record.Organizations);

    private static IEnumerable<string> Names(IEnumerable<SlimName> names) =>
        names.SelectMany(name => new[] { name.Text, name.Name, name.Acronym }).OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Writes a row and its words.</summary>
    public static void Put(Database database, Row row, string words)
    {
        database.Run(IndexSchema.PutRecord, ("$rank", row.Rank), ("$id", row.Id), ("$start", row.Start), ("$length", row.Length), ("$document", row.Document), ("$place", row.Place), ("$title", row.Title),
            ("$source", row.Source), ("$confidence", row.Confidence), ("$ask", row.Ask), ("$status", row.Status), ("$standing", (int)row.Standing), ("$reviewer", row.Reviewer), ("$facets", row.Facets), ("$parent", row.Parent));
        database.Run(IndexSchema.PutWords, ("$rank", row.Rank), ("$words", words));
    }

    /// <summary>The row of a record.</summary>
    public static Row Row(SlimRecord record, long rank, (long Start, int Length) line, Standing standing, string facets) => new()
    {
        Rank = rank,
        Id = record.Id,
        Start = line.Start,
        Length = line.Length,
        Document = Index.Row.DocumentOf(record.Source.Id),
        Place = record.Start,
        Title = record.Title,
        Source = SourceName.Of(record.Source.Id, record.Source.Uri),
        Confidence = record.Confidence,
        Ask = record.Questions.IsEmpty ? null : record.Questions[0].Ask,
        Status = record.Status,
        Standing = standing,
        Facets = facets,
    };
}
