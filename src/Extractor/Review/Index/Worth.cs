using System.Runtime.InteropServices;
using System.Text.Json;

namespace Extract.Review.Index;

/// <summary>Where a record stands in the file, and how much it is worth asking for.</summary>
internal readonly record struct Ranked(long Offset, int Length, bool Waits, double Worth);

/// <summary>
/// What is worth asking: the more uncertain a record is, the more is learned by its answer, and the more so, the more other records wait for the same
/// answer (of one source, about one field, with the same choices). A confidence of p is worth p(1−p), and as much again with each doubling of those who share the question.
/// </summary>
/// <param name="isPart">Whether a record may have been split from another.</param>
internal sealed class Worth(Func<string, bool> isPart)
{
    private readonly List<(long Offset, int Length, float Uncertainty, bool Waits, int Keys)> _records = [];
    private readonly List<ulong> _keys = [];

    /// <summary>The records of the file that were split from others.</summary>
    public HashSet<string> Parts { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes a line in. False where it is no record.</summary>
    public bool Add(long offset, ReadOnlySpan<byte> line)
    {
        if (Read(line) is not { Id: not null, Source: not null, Status: not null } record) return false;
        if (isPart(record.Id)) Parts.Add(record.Id);
        var waits = record.Status == "needs-review";
        var before = _keys.Count;
        if (waits) foreach (var question in record.Questions) _keys.Add(Key(record.Source, question));
        _records.Add((offset, line.Length, (float)(record.Confidence * (1 - record.Confidence)), waits, _keys.Count - before));
        return true;
    }

    /// <summary>All of them: first what waits, by worth; then the others by uncertainty; of equals the first in the file.</summary>
    public Ranked[] Rank()
    {
        var sorted = CollectionsMarshal.AsSpan(_keys).ToArray();
        Array.Sort(sorted);
        var (ranked, at) = (new Ranked[_records.Count], 0);
        for (var i = 0; i < ranked.Length; i++)
        {
            var (offset, length, uncertainty, waits, keys) = _records[i];
            ranked[i] = new(offset, length, waits, uncertainty * (1 + Math.Log2(Sharing(sorted, CollectionsMarshal.AsSpan(_keys).Slice(at, keys)))));
            at += keys;
        }
        Array.Sort(ranked, static (one, other) => Compare(one, other));
        return ranked;
    }

    private static int Compare(Ranked one, Ranked other)
    {
        if (one.Waits != other.Waits) return one.Waits ? -1 : 1;
        var byWorth = other.Worth.CompareTo(one.Worth);
        return byWorth != 0 ? byWorth : one.Offset.CompareTo(other.Offset);
    }

    private static int Sharing(ulong[] sorted, ReadOnlySpan<ulong> keys)
    {
        var most = 1;
        foreach (var key in keys) most = Math.Max(most, Bound(sorted, key + 1) - Bound(sorted, key));
        return most;
    }

    // The first place whose key is not smaller.
    private static int Bound(ulong[] sorted, ulong key)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < key) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    // What offers roles to choose from, or nothing, or asks of the record as a whole, is the same question only where it is the same in words.
    private static ulong Key(RecordSource source, Question question)
    {
        var isOfItsWords = question.Choices.IsEmpty || question.Field == "/text" || question.Field.EndsWith("/role", StringComparison.Ordinal);
        var key = string.Join('\n', [SourceName.Of(source.Id, source.Uri), Facet.Field(question.Field), isOfItsWords ? question.Ask : "", .. question.Choices]);
        return WordHash.Of(key) & ~(1UL << 63);
    }

    private static DoubtfulRecord? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, SlimContext.Default.DoubtfulRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
