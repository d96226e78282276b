using Extract.Text;

namespace Extract.Trained;

/// <summary>
/// The features of one case, sparse. Reused from case to case (<see cref="Clear"/>), so that the hot path allocates nothing;
/// names are kept only where asked for (training, <c>explain</c>).
/// </summary>
/// <param name="named">Keep the names too.</param>
public sealed class FeatureVector(bool named = false)
{
    private readonly List<(ulong Key, float Value)> _items = [];
    private readonly List<string>? _names = named ? [] : null;
    private HashSet<ulong>? _seen;

    /// <summary>True where names are kept.</summary>
    public bool Named => _names is not null;

    /// <summary>Keys and values, in the order in which they were added; a key may stand twice and then counts twice.</summary>
    public ReadOnlySpan<(ulong Key, float Value)> Items => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_items);

    /// <summary>The name of an item; its key in hex where names are not kept.</summary>
    public string NameOf(int index) => _names?[index] ?? _items[index].Key.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Forgets all items.</summary>
    public void Clear()
    {
        _items.Clear();
        _names?.Clear();
    }

    /// <summary>Adds a feature that holds, or a number.</summary>
    public void Add(Feature feature, float value = 1)
    {
        ArgumentNullException.ThrowIfNull(feature);
        if (value == 0) return;
        _items.Add((feature.Key, value));
        _names?.Add(feature.Name);
    }

    /// <summary>Adds a feature with a value of words: <c>word-before=hosted</c>. Use it where the words are few and readable.</summary>
    public void Add(Feature feature, ReadOnlySpan<char> value)
    {
        ArgumentNullException.ThrowIfNull(feature);
        _items.Add((feature.KeyOf(Folding.Hash(value)), 1));
        _names?.Add($"{feature.Name}={Folding.Fold(value)}");
    }

    /// <summary>Adds a feature with the word of a token, whose hash is at hand already.</summary>
    public void Add(Feature feature, TokenList tokens, int index, float value = 1)
    {
        ArgumentNullException.ThrowIfNull(feature);
        ArgumentNullException.ThrowIfNull(tokens);
        _items.Add((feature.KeyOf(tokens[index].Hash), value));
        _names?.Add($"{feature.Name}={Folding.Fold(tokens.Chars(index))}");
    }

    /// <summary>Adds a feature with the words of several tokens, from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public void Add(Feature feature, TokenList tokens, int first, int last, float value = 1)
    {
        ArgumentNullException.ThrowIfNull(feature);
        ArgumentNullException.ThrowIfNull(tokens);
        var hash = 0UL;
        for (var i = first; i <= last; i++) hash = Folding.Combine(hash, tokens[i].Hash);
        _items.Add((feature.KeyOf(hash), value));
        _names?.Add($"{feature.Name}={Folding.Fold(tokens.Text.AsSpan(tokens[first].Start, tokens[last].End - tokens[first].Start)).Replace('\n', ' ')}");
    }

    /// <summary>Adds a feature whose key is at hand already; <paramref name="name"/> is what people read, null where names are not kept.</summary>
    public void Add(ulong key, float value, string? name)
    {
        _items.Add((key, value));
        _names?.Add(name ?? key.ToString("x16", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Adds a feature with a whole number as its value, cut at <paramref name="most"/>: <c>dates-before=2</c>.</summary>
    public void AddCount(Feature feature, int count, int most = 5)
    {
        count = Math.Min(count, most);
        if (count is >= 0 and < 256) { Add(feature, FeatureValue.Of(count)); return; }
        Span<char> digits = stackalloc char[11];
        count.TryFormat(digits, out var length, provider: System.Globalization.CultureInfo.InvariantCulture);
        Add(feature, digits[..length]);
    }

    /// <summary>Adds a feature with a value that was hashed beforehand.</summary>
    public void Add(Feature feature, FeatureValue value)
    {
        ArgumentNullException.ThrowIfNull(feature);
        ArgumentNullException.ThrowIfNull(value);
        _items.Add((feature.KeyOf(value.Hash), 1));
        _names?.Add($"{feature.Name}={value.Text}");
    }

    /// <summary>Adds a probability as one of ten bins, so that a linear model can bend: <c>margin=7</c> for 0.7 to 0.8.</summary>
    public void AddBinned(Feature feature, double probability) => AddCount(feature, (int)Math.Clamp(probability * 10, 0, 9), 9);

    /// <summary>Takes out what stands a second time, so that a word that is said seven times counts as one that is said: of equal keys the first stays.</summary>
    public void KeepFirst()
    {
        var (seen, kept) = (_seen ??= [], 0);
        seen.Clear();
        for (var i = 0; i < _items.Count; i++)
        {
            if (!seen.Add(_items[i].Key)) continue;
            _items[kept] = _items[i];
            if (_names is not null) _names[kept] = _names[i];
            kept++;
        }
        _items.RemoveRange(kept, _items.Count - kept);
        _names?.RemoveRange(kept, _names.Count - kept);
    }

    /// <summary>Adds everything that another vector holds.</summary>
    public void AddAll(FeatureVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _items.AddRange(other._items);
        if (_names is null) return;
        for (var i = 0; i < other._items.Count; i++) _names.Add(other.NameOf(i));
    }

    /// <summary>A copy that stays as it is, with its names.</summary>
    public FeatureVector Copy()
    {
        var copy = new FeatureVector(Named);
        copy._items.AddRange(_items);
        copy._names?.AddRange(_names!);
        return copy;
    }
}
