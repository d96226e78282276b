using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Extract.Review;

/// <summary>Reads and appends to <c>reviews/*.jsonl</c>: one file a reviewer, one decision a line, never rewritten.</summary>
public static class DecisionFiles
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All decisions of a folder, none where it is not there. Throws <see cref="SettingsException"/> with file and line where one cannot be read.</summary>
    public static Decisions Load(string folder) =>
        new(Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(Read) : []);

    /// <summary>Appends a decision to its reviewer's file and returns when it is on the disk.</summary>
    public static void Append(string folder, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        Directory.CreateDirectory(folder);
        using var stream = new FileStream(Path.Combine(folder, FileName(decision.By)), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        EndLines(stream);
        stream.Write(Encoding.UTF8.GetBytes(ToJson(decision) + "\n"));
        stream.Flush(flushToDisk: true);
    }

    private static string FileName(string reviewer) =>
        string.Concat(reviewer.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? char.ToLowerInvariant(c) : '-')).Trim('-') is { Length: > 0 } name ? name + ".jsonl" : "reviewer.jsonl";

    // A line that was cut off while it was written (a full disk, a kill) was never confirmed and goes; a whole one without its end, as an editor leaves it, gets that.
    private static void EndLines(FileStream stream)
    {
        if (stream.Length == 0 || EndsWithLine(stream)) return;
        stream.Position = 0;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var end = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        if (IsWhole(Encoding.UTF8.GetString(bytes, end, bytes.Length - end).TrimStart('\uFEFF'))) stream.WriteByte((byte)'\n');
        else stream.SetLength(end);
    }

    // The stream stands at its end then.
    private static bool EndsWithLine(FileStream stream)
    {
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() == '\n';
    }

    private static IEnumerable<Decision> Read(string path)
    {
        var lines = File.ReadAllText(path).Split('\n');
        for (var i = 0; i < lines.Length; i++)
            if (!string.IsNullOrWhiteSpace(lines[i]) && (i + 1 < lines.Length || IsWhole(lines[i]))) yield return Parse(path, i + 1, lines[i]);
    }

    private static bool IsWhole(string line)
    {
        try
        {
            Parse("", 0, line);
            return true;
        }
        catch (SettingsException)
        {
            return false;
        }
    }

    private static Decision Parse(string path, int line, string json)
    {
        try
        {
            var node = JsonNode.Parse(json)!;
            var changes = node["changes"].Deserialize<ImmutableArray<PatchOperation>>(Web);
            var decision = new Decision((string)node["by"]!, (DateTimeOffset)node["at"]!, (string)node["status"]!, changes, RecordJson.FromJson(node["record"]!.ToJsonString()));
            if (decision.Status is not ("reviewed" or "rejected")) throw new InvalidDataException(Messages.DecisionStatus(decision.Status));
            decision.Decided();
            return decision;
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or InvalidOperationException or FormatException or NullReferenceException or ArgumentNullException)
        {
            throw new SettingsException(Messages.At(path, line, 1, Messages.NoDecision(Reason(e))), e);
        }
    }

    // Our own words; those of the parser name its types.
    private static string Reason(Exception e) => e switch
    {
        InvalidDataException => e.Message,
        JsonException { Path: null or "" } => Messages.DecisionIsNoJson,
        _ => Messages.DecisionLacks,
    };

    private static string ToJson(Decision decision) => new JsonObject
    {
        ["by"] = decision.By,
        ["at"] = decision.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["status"] = decision.Status,
        ["changes"] = JsonSerializer.SerializeToNode(decision.Changes, Web),
        ["record"] = JsonNode.Parse(RecordJson.ToJson(decision.Record)),
    }.ToJsonString(Web);
}
