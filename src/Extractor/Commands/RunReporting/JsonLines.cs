using System.Text.Json;

namespace Extract.Commands.RunReporting;

/// <summary>Reads what a run wrote, a line at a time.</summary>
internal static class JsonLines
{
    /// <summary>Each line; good until the next is asked for. Throws <see cref="SettingsException"/> with file and line where one is none of a run's.</summary>
    public static IEnumerable<JsonDocument> Read(string path)
    {
        if (!File.Exists(path)) throw new SettingsException(Messages.NothingToReport(path));
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            using var json = Parsed(line, path, number);
            yield return json;
        }
    }

    private static JsonDocument Parsed(string line, string path, int number)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException e)
        {
            throw new SettingsException(Messages.NotOfARun(path, number), e);
        }
    }
}
