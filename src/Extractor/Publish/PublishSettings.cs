namespace Extract.Publish;

/// <summary>The section <c>publish</c> of pipeline.yml.</summary>
public sealed record PublishSettings
{
    /// <summary>The file of JSON lines; always written.</summary>
    public string Jsonl { get; init; } = "out/records.jsonl";
    /// <summary>The CSV file, or null for none.</summary>
    public string? Csv { get; init; }
    /// <summary>The SQLite file, or null for none.</summary>
    public string? Sqlite { get; init; }
}
