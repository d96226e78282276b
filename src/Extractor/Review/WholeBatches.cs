namespace Extract.Review;

/// <summary>Lets the lines of a file of decisions through, in their order, those of a batch once all of it is there: a batch that was cut off while it was written was never confirmed.</summary>
/// <param name="cut">Is told of what is left out: the first line, how many there are, and how many there should be.</param>
internal sealed class WholeBatches<T>(Action<T, int, int> cut)
{
    private readonly List<T> _held = [];
    private string? _batch;
    private int _of;

    /// <summary>The first line of the batch that is not whole yet.</summary>
    public T? First => _held.Count > 0 ? _held[0] : default;

    /// <summary>True where no batch waits for its lines.</summary>
    public bool IsEmpty => _held.Count == 0;

    /// <summary>Takes the next line, and gives what can be taken with it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="batch">Its batch, or null.</param>
    /// <param name="of">How many lines its batch has.</param>
    public IReadOnlyList<T> Next(T line, string? batch, int of)
    {
        if (batch != _batch) Cut();
        _held.Add(line);
        (_batch, _of) = (batch, of);
        if (_held.Count < of) return [];
        T[] whole = [.. _held];
        _held.Clear();
        return whole;
    }

    /// <summary>No line follows: what waits is left out, and told.</summary>
    public void Cut()
    {
        if (_held.Count > 0) cut(_held[0], _held.Count, _of);
        _held.Clear();
    }
}
