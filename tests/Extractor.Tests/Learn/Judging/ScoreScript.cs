using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Extract.Tests.Learn.Judging;

/// <summary>The script by which results are judged, run by python3; tests that need it skip where python3 is absent.</summary>
internal static class ScoreScript
{
    public static JsonElement Run(string gold, string records, params string[] options)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Repository.File("tests/Extractor.Tests/Learn/score.py"), gold, records, "--json", .. options]) start.ArgumentList.Add(argument);
        using var process = Begin(start);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return JsonDocument.Parse(output).RootElement;
    }

    private static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("python3, which runs score.py, is not installed");
            throw;
        }
    }

    /// <summary>Every figure of the script stands in ours, and differs by no more than 0.002; intervals are drawn and need not be equal.</summary>
    public static void AssertSame(JsonElement script, JsonElement ours, string path = "")
    {
        foreach (var figure in script.EnumerateObject().Where(figure => !figure.Name.EndsWith("95 %", StringComparison.Ordinal)))
        {
            Assert.True(ours.TryGetProperty(figure.Name, out var value), $"{path}{figure.Name} is missing");
            if (figure.Value.ValueKind == JsonValueKind.Object) AssertSame(figure.Value, value, $"{path}{figure.Name}/");
            else Assert.True(Math.Abs(figure.Value.GetDouble() - value.GetDouble()) <= 0.002, $"{path}{figure.Name}: the script says {figure.Value}, we say {value}");
        }
    }
}
