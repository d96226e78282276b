using System.Globalization;
using System.Text.Json;

namespace Extract.Fetch;

/// <summary>What <c>NAME.meta.json</c> beside a saved page says of it: its publication date and its web address. One that is no JSON says nothing.</summary>
internal sealed record Sidecar(DateOnly? Published, string? Address)
{
    private static readonly Sidecar Nothing = new(null, null);

    /// <summary>What stands beside a file.</summary>
    public static Sidecar Of(string path)
    {
        var meta = Path.ChangeExtension(path, ".meta.json");
        if (!File.Exists(meta) || !RegularFiles.IsRegular(meta)) return Nothing;
        return Of(File.ReadAllBytes(meta));
    }

    /// <summary>What its bytes say.</summary>
    public static Sidecar Of(ReadOnlyMemory<byte> meta)
    {
        try
        {
            using var json = JsonDocument.Parse(meta);
            return new(Day(Text(json.RootElement, "published")), Text(json.RootElement, "url") is { } address && WebClient.IsWeb(address) ? address : null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Nothing;
        }
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
