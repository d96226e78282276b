using System.Text;

namespace Extract.Review;

/// <summary>Reads and appends to <c>reviews/*.jsonl</c>: one file a reviewer, one decision a line, never rewritten.</summary>
public static class DecisionFiles
{
    // Another process may be writing into the file of the same reviewer: that is over in a moment.
    private const int Tries = 200;
    private const int Pause = 10;

    /// <summary>All decisions of a folder, none where it is not there. Throws <see cref="SettingsException"/> with file and line where one cannot be read.</summary>
    public static Decisions Load(string folder) => new(Paths(folder).SelectMany(Read));

    /// <summary>The files of a folder in the order in which they are read; none where it is not there.</summary>
    public static IEnumerable<string> Paths(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal) : [];

    /// <summary>The name of a reviewer's file.</summary>
    public static string NameOf(string reviewer)
    {
        ArgumentNullException.ThrowIfNull(reviewer);
        return string.Concat(reviewer.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? char.ToLowerInvariant(c) : '-')).Trim('-') is { Length: > 0 } name ? name + ".jsonl" : "reviewer.jsonl";
    }

    /// <summary>Appends a decision to its reviewer's file and returns when it is on the disk.</summary>
    public static void Append(string folder, Decision decision) => AppendAll(folder, [decision]);

    /// <summary>Appends the decisions of one reviewer, in order, and returns when all of them are on the disk; they are written at once and synced once.</summary>
    public static void AppendAll(string folder, IReadOnlyCollection<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        if (decisions.Count == 0) return;
        var by = decisions.Select(decision => decision.By).Distinct().Single();
        Directory.CreateDirectory(folder);
        using var stream = Open(Path.Combine(folder, NameOf(by)));
        EndLines(stream);
        stream.Write(Encoding.UTF8.GetBytes(string.Concat(decisions.Select(decision => DecisionJson.ToLine(decision) + "\n"))));
        stream.Flush(flushToDisk: true);
    }

    private static FileStream Open(string path)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            }
            catch (IOException) when (i < Tries && File.Exists(path))
            {
                Thread.Sleep(Pause);
            }
        }
    }

    // A line that was cut off while it was written (a full disk, a kill) was never confirmed and goes; a whole one without its end, as an editor leaves it, gets that.
    private static void EndLines(FileStream stream)
    {
        if (stream.Length == 0 || EndsWithLine(stream)) return;
        stream.Position = 0;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var end = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        if (IsWhole(Encoding.UTF8.GetString(bytes, end, bytes.Length - end))) stream.WriteByte((byte)'\n');
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
        // No lock: a reviewer may be deciding meanwhile.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n');
        for (var i = 0; i < lines.Length; i++)
            if (!string.IsNullOrWhiteSpace(lines[i]) && (i + 1 < lines.Length || IsWhole(lines[i]))) yield return Parse(path, i + 1, lines[i]);
    }

    /// <summary>True where the text is a whole decision: the last line of a file may have been cut off.</summary>
    public static bool IsWhole(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            DecisionJson.FromLine(line.TrimStart('\uFEFF'));
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static Decision Parse(string path, int line, string json)
    {
        try
        {
            return DecisionJson.FromLine(json);
        }
        catch (InvalidDataException e)
        {
            throw new SettingsException(Messages.At(path, line, 1, Messages.NoDecision(e.Message)), e);
        }
    }
}
