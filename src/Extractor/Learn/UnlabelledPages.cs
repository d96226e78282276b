using System.Collections.Immutable;
using Extract.Read;
using Extract.Text;

namespace Extract.Learn;

/// <summary>Documents without labels, from which is learned what rules and models agree on.</summary>
public static class UnlabelledPages
{
    /// <summary>The most documents that are taken.</summary>
    public const int Most = 2000;
    // A paragraph that begins with as many letters and figures as another is taken for the same.
    private const int StartLength = 120;

    /// <summary>
    /// Of any number of sources no more than <see cref="Most"/>, each content once: those whose hashes come first, which is a choice that neither their order
    /// nor their names sway. What is not taken is not kept in memory.
    /// </summary>
    public static async Task<ImmutableArray<Source>> TakeAsync(IAsyncEnumerable<Source> sources, int most = Most)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var taken = new SortedList<string, Source>(StringComparer.Ordinal);
        await foreach (var source in sources)
        {
            if (!taken.TryAdd(source.Sha256, source) && string.CompareOrdinal(source.Id, taken[source.Sha256].Id) < 0) taken[source.Sha256] = source;
            if (taken.Count > most) taken.RemoveAt(most);
        }
        return [.. taken.Values];
    }

    /// <summary>
    /// What can be read of the sources, in their order, without what stands in gold too: under the same id (also the one that <see cref="GoldDocument.TextSource"/>
    /// names), with the same bytes, or with the same beginning of its first long paragraph.
    /// </summary>
    public static ImmutableArray<Document> NotIn(IReadOnlyList<LabelledPage> gold, IEnumerable<Source> sources, ReadSettings reading, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(gold);
        var readers = new Readers(reading);
        var ids = gold.SelectMany(page => (page.Gold.TextSource?.Split(' ').Skip(1) ?? []).Append(page.Gold.Id)).ToHashSet(StringComparer.Ordinal);
        var hashes = gold.Select(page => page.Source.Sha256).ToHashSet(StringComparer.Ordinal);
        var starts = gold.Select(page => readers.Read(page.Source, cancellation).Document).OfType<Document>().Select(Start).ToHashSet();
        return [.. sources.Where(source => !ids.Contains(source.Id.Split("!/")[^1]) && !hashes.Contains(source.Sha256)).Select(source => readers.Read(source, cancellation).Document)
            .OfType<Document>().Where(document => !starts.Contains(Start(document)))];
    }

    // The first block that is long enough; of a text that has none, all of it. Titles and datelines, which one edition has and another has not, are shorter.
    private static ulong Start(Document document)
    {
        foreach (var block in document.Blocks)
            if (Start(document.Text.AsSpan(block.Span.Start, block.Span.Length)) is (var hash, StartLength)) return hash;
        return Start(document.Text).Hash;
    }

    private static (ulong Hash, int Length) Start(ReadOnlySpan<char> text)
    {
        var (hash, length) = (Folding.HashStart, 0);
        for (var i = 0; i < text.Length && length < StartLength; i++)
        {
            if (Folding.Fold(text[i]) is not (var folded and not '\0') || !char.IsLetterOrDigit(folded)) continue;
            hash = Folding.HashNext(hash, folded);
            length++;
        }
        return (Folding.HashEnd(hash), length);
    }
}
