using System.Text.Json;

namespace Extract.Learn.Judging;

/// <summary>Reads records from JSON lines, as <c>pipe</c> and <c>run</c> write them.</summary>
public static class RecordFile
{
    /// <summary>
    /// The records, in the order of the lines; lines without a <c>source</c> (errors, dropped documents) are passed over.
    /// Throws <see cref="InvalidDataException"/> with file and line where one is no JSON.
    /// </summary>
    public static IEnumerable<Record> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line) && ReadLine(line, path, number) is { } record) yield return record;
        }
    }

    private static Record? ReadLine(string line, string path, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("source", out _) ? RecordJson.FromJson(line) : null;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}:{number}: {e.Message}", e);
        }
    }
}
