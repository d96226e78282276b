using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Extract.Review.Index;

/// <summary>Reads on in the files of decisions, and notes in the log's database where each line stands. Used under the log's lock.</summary>
/// <param name="folder">The folder of decisions.</param>
/// <param name="tell">Is told what is no decision, and which batch is not whole; each once.</param>
internal sealed class DecisionReading(string folder, Action<string> tell)
{
    private const int MostAtOnce = 4 << 20;
    private const int Tail = 4096;
    private readonly Dictionary<string, (long Read, long Length, long Written)> _waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>One step, so that nobody waits long. True where there may be more.</summary>
    public bool ReadOn(Database database)
    {
        var known = new Dictionary<string, (long Read, string Tail)>(StringComparer.Ordinal);
        using (var rows = database.Rows(DecisionSchema.Files))
            while (rows.Read()) known[rows.GetString(0)] = (rows.GetInt64(1), rows.GetString(2));
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).ToArray() : [];
        foreach (var gone in known.Keys.Except(files.Select(Path.GetFileName))) Forget(database, gone!);
        foreach (var file in files)
            if (ReadOn(database, file, known.GetValueOrDefault(Path.GetFileName(file), (0, "")))) return true;
        return false;
    }

    private bool ReadOn(Database database, string path, (long Read, string Tail) known)
    {
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(file);
        if (length == known.Read && known.Read == 0) return false;
        var name = Path.GetFileName(path);
        if (length < known.Read || TailOf(file, known.Read) != known.Tail)
        {
            Forget(database, name);
            return true;
        }
        // What a batch that was cut off left there waits until more is written.
        if (length == known.Read || (_waiting.TryGetValue(name, out var state) && state == StateOf(file, known.Read))) return false;
        return Take(database, file, name, known, (int)Math.Min(MostAtOnce, length - known.Read), length);
    }

    private bool Take(Database database, SafeFileHandle file, string name, (long Read, string Tail) known, int wanted, long length)
    {
        var bytes = new byte[wanted];
        wanted = RandomAccess.Read(file, bytes, known.Read);
        var end = bytes.AsSpan(0, wanted).LastIndexOf((byte)'\n') + 1;
        var batches = new WholeBatches<(long Start, int Length, DecisionHead Head)>((first, have, of) => Tell(Messages.BatchIsCutAt(name, first.Start, have, of)));
        for (int at = 0, next; at < end; at = next + 1)
        {
            next = at + bytes.AsSpan(at).IndexOf((byte)'\n');
            Put(database, name, known.Read + at, bytes.AsSpan(at, next - at), batches);
        }
        var settled = batches.IsEmpty ? end : (int)(batches.First.Start - known.Read);
        // A line or a batch that is longer than a step; one without its end is being written, or was cut off.
        if (settled == 0 && length > known.Read + wanted) return wanted == MostAtOnce && Take(database, file, name, known, (int)Math.Min(length - known.Read, int.MaxValue / 2), length);
        // The file ends with a batch that is not whole: it is looked at again when the file is another.
        if (length == known.Read + wanted && !batches.IsEmpty) _waiting[name] = StateOf(file, known.Read + settled);
        if (length == known.Read + wanted) batches.Cut();
        if (settled == 0) return false;
        database.Run(DecisionSchema.PutFile, ("$name", name), ("$read", known.Read + settled), ("$tail", TailOf(file, known.Read + settled)));
        return true;
    }

    private void Put(Database database, string name, long start, ReadOnlySpan<byte> line, WholeBatches<(long Start, int Length, DecisionHead Head)> batches)
    {
        if (start == 0 && line.StartsWith("\uFEFF"u8))
        {
            start = 3;
            line = line[3..];
        }
        if (line.Trim(" \t\r"u8).IsEmpty) return;
        if (DecisionHead.From(line) is not { } head) Tell(Messages.NoDecisionIn(name, start));
        else foreach (var (at, length, whole) in batches.Next((start, line.Length, head), head.Batch, head.Of)) Put(database, name, at, length, whole);
    }

    private static (long Read, long Length, long Written) StateOf(SafeFileHandle file, long read) => (read, RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file).Ticks);

    // Once, however often it is read.
    private void Tell(string what)
    {
        if (_told.Add(what)) tell(what);
    }

    private static void Put(Database database, string name, long start, int length, DecisionHead head)
    {
        database.Run(DecisionSchema.PutLine, ("$decision", head.Id), ("$record", head.Record?.Id), ("$file", name), ("$start", start), ("$length", length),
            ("$at", head.At.ToUnixTimeMilliseconds()), ("$reviewer", head.By), ("$status", head.Status), ("$batch", head.Batch), ("$undoes", head.Undoes));
        foreach (var part in head.Made.IsDefault ? [] : head.Made) database.Run(DecisionSchema.PutPart, ("$part", part.Id), ("$record", head.Record?.Id), ("$file", name));
    }

    private void Forget(Database database, string name)
    {
        _waiting.Remove(name);
        database.Run(DecisionSchema.DropLines, ("$name", name));
        database.Run(DecisionSchema.DropParts, ("$name", name));
        database.Run(DecisionSchema.DropFile, ("$name", name));
        database.Run(DecisionSchema.Anew);
    }

    private static string TailOf(SafeFileHandle file, long end)
    {
        if (end == 0) return "";
        var bytes = new byte[(int)Math.Min(Tail, end)];
        return RandomAccess.Read(file, bytes, end - bytes.Length) == bytes.Length ? Convert.ToHexStringLower(XxHash128.Hash(bytes)) : "";
    }
}
