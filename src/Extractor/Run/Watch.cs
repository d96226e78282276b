namespace Extract.Run;

/// <summary>Counts what ends and how fast, and shows it. Used by one thread.</summary>
/// <param name="progress">Who shows it.</param>
/// <param name="counting">The number of documents where so many are listed; null while nobody can say.</param>
/// <param name="time">The clock.</param>
/// <param name="takenOver">Documents of an earlier run that are this run's without being looked at.</param>
internal sealed class Watch(IProgress progress, Func<int, int?> counting, TimeProvider time, int takenOver = 0)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Window = TimeSpan.FromSeconds(30);

    private readonly long _start = time.GetTimestamp();
    private readonly Queue<(TimeSpan At, int Ended, long Bytes)> _marks = new([(TimeSpan.Zero, 0, 0)]);
    private readonly int[] _outcomes = new int[Enum.GetValues<Outcome>().Length];
    private (TimeSpan At, int Ended, long Bytes) _last;
    private int _ended, _unchanged, _listed, _written;
    private bool _isWhole;
    private string? _file;
    private string _stage = Run.Headway.Documents;

    /// <summary>Of the documents that ended, those that an earlier run had done.</summary>
    public int Unchanged => takenOver + _unchanged;

    /// <summary>The size of the documents that were worked on.</summary>
    public long Bytes { get; private set; }

    /// <summary>The run goes on to a stage.</summary>
    public Headway Enter(string stage)
    {
        _stage = stage;
        return Show();
    }

    /// <summary>So many inputs are listed, and whether these are all.</summary>
    public void Listed(int inputs, bool isWhole) => (_listed, _isWhole) = (inputs, isWhole);

    /// <summary>So many records stand in a file now.</summary>
    public void Wrote(string file, int records)
    {
        (_file, _written) = (file, records);
        Show();
    }

    /// <summary>One more document has ended.</summary>
    public void Ended(Worked worked)
    {
        _ended++;
        _outcomes[(int)worked.Outcome]++;
        if (worked.IsUnchanged) _unchanged++;
        Bytes += worked.End?.Bytes ?? 0;
        Telemetry.Ended(worked);
        Mark();
        Show();
    }

    /// <summary>How far the run is.</summary>
    public Headway Headway
    {
        get
        {
            var (from, seconds) = (_marks.Peek(), (_last.At - _marks.Peek().At).TotalSeconds);
            return new()
            {
                Stage = _stage,
                Total = _isWhole ? _listed + takenOver : counting(_listed) is { } expected ? Math.Max(_listed, expected) + takenOver : null,
                IsExpected = !_isWhole,
                File = _file,
                Written = _written,
                Unchanged = Unchanged,
                Records = _outcomes[(int)Outcome.Records] + takenOver,
                Dropped = _outcomes[(int)Outcome.Dropped],
                Failed = _outcomes[(int)Outcome.Failed],
                Rate = seconds > 0 ? (_last.Ended - from.Ended) / seconds : 0,
                MegabytesPerSecond = seconds > 0 ? (_last.Bytes - from.Bytes) / 1e6 / seconds : 0,
            };
        }
    }

    // The rate of late and not of all: what an earlier run had done goes by a hundred times as fast, and says nothing of what is left.
    private void Mark()
    {
        _last = (time.GetElapsedTime(_start), _ended, Bytes);
        if (_last.At - _marks.Last().At < Second) return;
        _marks.Enqueue(_last);
        while (_marks.Count > 2 && _last.At - _marks.Peek().At > Window) _marks.Dequeue();
    }

    private Headway Show()
    {
        var headway = Headway;
        progress.Show(headway);
        return headway;
    }
}
