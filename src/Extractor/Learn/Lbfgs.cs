namespace Extract.Learn;

/// <summary>
/// Finds the least of a smooth convex function: limited-memory BFGS (Nocedal 1980) with a line search that halves. The same function gives the same
/// answer.
/// </summary>
internal static class Lbfgs
{
    private const int History = 10;
    private const double Enough = 1e-4;
    private const int MostHalvings = 20;

    /// <summary>The value of the function at a point; writes its slope there.</summary>
    public delegate double Function(double[] point, double[] slope);

    /// <summary>The point where the function is least, from 0, after at most <paramref name="rounds"/> steps.</summary>
    public static double[] Minimize(Function function, int length, int rounds)
    {
        var (point, slope) = (new double[length], new double[length]);
        var value = function(point, slope);
        var steps = new List<(double[] Step, double[] Turn, double Scale)>();
        for (var round = 0; round < rounds; round++)
        {
            var direction = Direction(slope, steps);
            var (next, nextSlope) = (new double[length], new double[length]);
            if (Search(function, point, slope, value, direction, steps.Count == 0, next, nextSlope) is not { } least) break;
            Remember(steps, point, slope, next, nextSlope);
            var gain = value - least;
            (point, slope, value) = (next, nextSlope, least);
            if (gain < Enough * 1e-2 * Math.Max(1, Math.Abs(value))) break;
        }
        return point;
    }

    // The slope turned by what the last steps tell of the curvature (the two loops of Nocedal).
    private static double[] Direction(double[] slope, List<(double[] Step, double[] Turn, double Scale)> steps)
    {
        var direction = Array.ConvertAll(slope, s => -s);
        var shares = new double[steps.Count];
        for (var i = steps.Count - 1; i >= 0; i--) Add(direction, steps[i].Turn, -(shares[i] = Dot(steps[i].Step, direction) / steps[i].Scale));
        if (steps.Count > 0)
        {
            var (_, turn, scale) = steps[^1];
            var factor = scale / Dot(turn, turn);
            for (var i = 0; i < direction.Length; i++) direction[i] *= factor;
        }
        for (var i = 0; i < steps.Count; i++) Add(direction, steps[i].Step, shares[i] - (Dot(steps[i].Turn, direction) / steps[i].Scale));
        return direction;
    }

    private static double? Search(Function function, double[] point, double[] slope, double value, double[] direction, bool first, double[] next, double[] nextSlope)
    {
        var down = Dot(slope, direction);
        if (down >= 0) return null;
        var size = first ? 1 / Math.Sqrt(Dot(slope, slope)) : 1.0;
        for (var halving = 0; halving < MostHalvings; halving++, size /= 2)
        {
            for (var i = 0; i < point.Length; i++) next[i] = point[i] + (size * direction[i]);
            var least = function(next, nextSlope);
            if (least <= value + (Enough * size * down)) return least;
        }
        return null;
    }

    private static void Remember(List<(double[] Step, double[] Turn, double Scale)> steps, double[] point, double[] slope, double[] next, double[] nextSlope)
    {
        var (step, turn) = (new double[point.Length], new double[point.Length]);
        for (var i = 0; i < point.Length; i++) (step[i], turn[i]) = (next[i] - point[i], nextSlope[i] - slope[i]);
        var scale = Dot(step, turn);
        if (scale <= 1e-12) return;
        if (steps.Count == History) steps.RemoveAt(0);
        steps.Add((step, turn, scale));
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void Add(double[] to, double[] what, double factor)
    {
        for (var i = 0; i < to.Length; i++) to[i] += factor * what[i];
    }
}
