namespace Extract.Learn;

/// <summary>All ways to part runs of words into names and other words, each as likely as e to the power of the sum of its names' scores.</summary>
internal sealed class NameLattice(IReadOnlyList<NameCase> cases, IReadOnlyList<RunCase> runs)
{
    private double[] _before = new double[128], _after = new double[128];

    /// <summary>The negative logarithm of the labelled way's probability, over all runs; writes to <paramref name="errors"/> each name's probability less its label.</summary>
    public double Loss(double[] scores, double[] errors)
    {
        var loss = 0.0;
        foreach (var run in runs) loss += Loss(run, scores, errors);
        return loss;
    }

    private double Loss(RunCase run, double[] scores, double[] errors)
    {
        var first = cases[run.Start].First;
        var last = first;
        for (var i = run.Start; i < run.End; i++) last = Math.Max(last, cases[i].Last);
        var length = last - first + 1;
        if (_before.Length <= length) (_before, _after) = (new double[length * 2], new double[length * 2]);
        Forwards(run, first, length, scores);
        Backwards(run, first, length, scores);
        var loss = _before[length];
        for (var i = run.Start; i < run.End; i++)
        {
            errors[i] = Math.Exp(_before[cases[i].First - first] + scores[i] + _after[cases[i].Last - first + 1] - _before[length]);
            if (!cases[i].IsName) continue;
            errors[i]--;
            loss -= scores[i];
        }
        return loss;
    }

    // _before[t]: the logarithm of the sum over all ways to part the tokens before t.
    private void Forwards(RunCase run, int first, int length, double[] scores)
    {
        Array.Fill(_before, double.NegativeInfinity, 0, length + 1);
        _before[0] = 0;
        var next = run.Start;
        for (var t = 0; t < length; t++)
        {
            _before[t + 1] = Sum(_before[t + 1], _before[t]);
            for (; next < run.End && cases[next].First - first == t; next++)
            {
                var end = cases[next].Last - first + 1;
                _before[end] = Sum(_before[end], _before[t] + scores[next]);
            }
        }
    }

    // _after[t]: the same of the tokens from t on.
    private void Backwards(RunCase run, int first, int length, double[] scores)
    {
        _after[length] = 0;
        var next = run.End - 1;
        for (var t = length - 1; t >= 0; t--)
        {
            _after[t] = _after[t + 1];
            for (; next >= run.Start && cases[next].First - first == t; next--) _after[t] = Sum(_after[t], scores[next] + _after[cases[next].Last - first + 1]);
        }
    }

    private static double Sum(double a, double b)
    {
        var most = Math.Max(a, b);
        return double.IsNegativeInfinity(most) ? most : most + Math.Log(Math.Exp(a - most) + Math.Exp(b - most));
    }
}
