using System.Text.Json;

namespace Extract.Commands.RunReporting;

/// <summary>Reads what a run wrote, a line at a time.</summary>
internal static class JsonLines
{
    /// <summary>Takes each line in. Throws <see cref="SettingsException"/> with file and line where one is no JSON, or lacks what a run writes.</summary>
    public static void Read(string path, Action<JsonElement> take)
    {
        if (!File.Exists(path)) throw new SettingsException(Messages.NothingToReport(path));
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            using var json = Parsed(line, path, number);
            try
            {
                take(json.RootElement);
            }
            catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
            {
                throw new SettingsException(Messages.NotOfARun(path, number), e);
            }
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
