using System.Text;

namespace Extract.Review;

/// <summary>Reads and appends to <c>reviews/*.jsonl</c>: one file a reviewer, one decision a line, never rewritten.</summary>
public static class DecisionFiles
{
    /// <summary>
    /// All decisions of a folder, none where it is not there; a batch of which lines are missing is left out. Throws <see cref="SettingsException"/> with file and line where one cannot
    /// be read.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="tell">Is told of each batch that is left out, and of a last line that was cut off.</param>
    public static Decisions Load(string folder, Action<string>? tell = null) => new(Paths(folder).SelectMany(path => Read(path, tell ?? (_ => { }))));

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

    /// <summary>
    /// Appends the decisions of one reviewer, in order, all or none, and returns when they are on the disk; they are written at once and synced once. Throws <see cref="IOException"/>
    /// where they cannot be written.
    /// </summary>
    public static void AppendAll(string folder, IReadOnlyCollection<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        if (decisions.Count == 0) return;
        using var held = DecisionLock.Take(folder);
        AppendHeld(folder, decisions, Write);
    }

    /// <summary>The same for who holds the folder's lock.</summary>
    internal static void AppendHeld(string folder, IReadOnlyCollection<Decision> decisions) => AppendHeld(folder, decisions, Write);

    /// <summary>The same with another way to put bytes on the disk.</summary>
    internal static void AppendHeld(string folder, IReadOnlyCollection<Decision> decisions, Action<FileStream, byte[]> write)
    {
        if (decisions.Count == 0) return;
        var by = decisions.Select(decision => decision.By).Distinct().Single();
        // Without a buffer: what failed must not be written after all when the file is closed.
        using var stream = new FileStream(Path.Combine(folder, NameOf(by)), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 0);
        EndLines(stream);
        var start = stream.Length;
        try
        {
            write(stream, Lines(decisions));
        }
        catch
        {
            stream.SetLength(start);
            throw;
        }
    }

    private static void Write(FileStream stream, byte[] lines)
    {
        stream.Write(lines);
        stream.Flush(flushToDisk: true);
    }

    // Each line says how many its batch has: who is killed while writing leaves less.
    private static byte[] Lines(IReadOnlyCollection<Decision> decisions)
    {
        var sizes = decisions.CountBy(decision => decision.Batch ?? "").ToDictionary(StringComparer.Ordinal);
        return Encoding.UTF8.GetBytes(string.Concat(decisions.Select(decision => DecisionJson.ToLine(decision with { Of = decision.Batch is { } batch ? sizes[batch] : 1 }) + "\n")));
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

    private static IEnumerable<Decision> Read(string path, Action<string> tell)
    {
        // No lock: a reviewer may be deciding meanwhile.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n');
        var batches = new WholeBatches<(int Line, Decision Decision)>((first, have, of) => tell(Messages.BatchIsCut(path, first.Line, have, of)));
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            if (i + 1 == lines.Length && !IsWhole(lines[i]))
            {
                tell(Messages.LineIsCut(path, i + 1));
                continue;
            }
            var decision = Parse(path, i + 1, lines[i]);
            foreach (var (_, whole) in batches.Next((i + 1, decision), decision.Batch, decision.Of)) yield return whole;
        }
        batches.Cut();
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
