using System.Globalization;

namespace Extract.Tests.Fuzz;

/// <summary>What came of it, from many threads.</summary>
internal sealed class Tally
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _ends = new(StringComparer.Ordinal);
    private (string What, TimeSpan Time) _slowest = ("", TimeSpan.Zero);
    private int _inputs;

    /// <summary>Those that threw.</summary>
    public List<string> Crashes { get; } = [];

    public void Ended(string how)
    {
        lock (_lock) _ends[how] = _ends.GetValueOrDefault(how) + 1;
    }

    public void Crashed(string what)
    {
        lock (_lock) Crashes.Add(what);
    }

    public void Took(string what, TimeSpan time)
    {
        lock (_lock)
        {
            _inputs++;
            if (time > _slowest.Time) _slowest = (what, time);
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{_inputs} inputs: {string.Join(", ", _ends.Select(end => $"{end.Value} {end.Key}"))}; {Crashes.Count} crashed; slowest {_slowest.Time.TotalSeconds:0.0} s: {_slowest.What}; peak {Environment.WorkingSet / 1_000_000} MB\n{string.Join('\n', Crashes.Take(40))}");
}
