using Microsoft.Data.Sqlite;

namespace Extract.Review.Index;

/// <summary>What the index holds of a record beside its words.</summary>
internal sealed record Row
{
    /// <summary>Its place in the order of what is worth asking; the lowest comes first.</summary>
    public required long Rank { get; init; }
    public required string Id { get; init; }
    /// <summary>Where its line begins in the records' file.</summary>
    public required long Start { get; init; }
    public required int Length { get; init; }
    /// <summary>A hash of the document that it stands in.</summary>
    public required long Document { get; init; }
    /// <summary>Where it begins in the document.</summary>
    public required int Place { get; init; }
    public required string Title { get; init; }
    public required string Source { get; init; }
    public required double Confidence { get; init; }
    /// <summary>What is asked first, or null.</summary>
    public string? Ask { get; init; }
    public required string Status { get; init; }
    public required Standing Standing { get; init; }
    /// <summary>Who decided last, or null.</summary>
    public string? Reviewer { get; init; }
    /// <summary>The numbers of its facets, with blanks between.</summary>
    public required string Facets { get; init; }
    /// <summary>The record that it was split from since the run, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>The row on which a reader stands.</summary>
    public static Row Of(SqliteDataReader row) => new()
    {
        Rank = row.GetInt64(0),
        Id = row.GetString(1),
        Start = row.GetInt64(2),
        Length = row.GetInt32(3),
        Document = row.GetInt64(4),
        Place = row.GetInt32(5),
        Title = row.GetString(6),
        Source = row.GetString(7),
        Confidence = row.GetDouble(8),
        Ask = Text(row, 9),
        Status = row.GetString(10),
        Standing = (Standing)row.GetInt32(11),
        Reviewer = Text(row, 12),
        Facets = row.GetString(13),
        Parent = Text(row, 14),
    };

    /// <summary>By what a document is known in the index.</summary>
    public static long DocumentOf(string source) => (long)WordHash.Of(source);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
