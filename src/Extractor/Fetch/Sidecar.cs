using System.Text.Json;
using Extract.Fetch.Containers.Rows;

namespace Extract.Fetch;

/// <summary>What <c>NAME.meta.json</c> beside a saved page says of it: its publication date and its web address.</summary>
/// <param name="Published">The publication date, or null.</param>
/// <param name="Address">The web address, or null.</param>
/// <param name="Wrong">What of it cannot be read, for people; null where nothing.</param>
internal sealed record Sidecar(DateOnly? Published, string? Address, string? Wrong = null)
{
    /// <summary>How the names of these files end.</summary>
    public const string Ending = ".meta.json";

    private static readonly Sidecar Nothing = new(null, null);

    /// <summary>True for the name of one.</summary>
    public static bool IsOne(string? name) => name is not null && name.EndsWith(Ending, StringComparison.Ordinal);

    /// <summary>What stands beside a file.</summary>
    public static Sidecar Beside(string path) => Load(Path.ChangeExtension(path, Ending));

    /// <summary>What a file of this kind says; nothing where it is not there.</summary>
    public static Sidecar Load(string path)
    {
        try
        {
            return File.Exists(path) && RegularFiles.IsRegular(path) ? Of(File.ReadAllBytes(path)) : Nothing;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Nothing with { Wrong = FetchFaults.NotReadable(e) };
        }
    }

    /// <summary>What its bytes say.</summary>
    public static Sidecar Of(ReadOnlyMemory<byte> meta)
    {
        try
        {
            using var json = JsonDocument.Parse(meta);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Of(json.RootElement) : Nothing with { Wrong = FetchFaults.NoObject };
        }
        catch (JsonException e)
        {
            return Nothing with { Wrong = FetchFaults.NoJson(e) };
        }
        catch (InvalidOperationException)
        {
            return Nothing with { Wrong = FetchFaults.BrokenText };
        }
    }

    private static Sidecar Of(JsonElement json)
    {
        var (published, url) = (Text(json, "published"), Text(json, "url"));
        var (day, address) = (published is null ? null : Row.Day(published), url is not null && WebClient.IsWeb(url) ? url : null);
        return new(day, address, published is not null && day is null ? FetchFaults.NoDay(published) : url is not null && address is null ? FetchFaults.NoUrl(url) : null);
    }

    // The value of another kind is told as it is written.
    private static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
