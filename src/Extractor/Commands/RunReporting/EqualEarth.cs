namespace Extract.Commands.RunReporting;

/// <summary>The Equal Earth projection (Šavrič, Patterson and Jenny 2018): equal areas, so that no part of the world looks fuller than it is.</summary>
internal static class EqualEarth
{
    private const double A1 = 1.340264, A2 = -0.081106, A3 = 0.000893, A4 = 0.003796;
    private const double Scale = Width / 5.4133;

    /// <summary>The width of the whole world, in units of the map.</summary>
    public const double Width = 9600;

    /// <summary>The height of what is drawn: from 84° north to 57° south.</summary>
    public static double Height => At(-57, 0).Y;

    /// <summary>The place of a point, from the left and the top.</summary>
    public static (double X, double Y) At(double latitude, double longitude)
    {
        var (x, y) = Flat(latitude, longitude);
        return ((Width / 2) + (x * Scale), (Flat(84, 0).Y - y) * Scale);
    }

    private static (double X, double Y) Flat(double latitude, double longitude)
    {
        var angle = Math.Asin(Math.Sqrt(3) / 2 * Math.Sin(latitude * Math.PI / 180));
        var (two, six) = (angle * angle, Math.Pow(angle, 6));
        var x = 2 * Math.Sqrt(3) * (longitude * Math.PI / 180) * Math.Cos(angle) / (3 * ((9 * A4 * six * two) + (7 * A3 * six) + (3 * A2 * two) + A1));
        return (x, angle * ((A4 * six * two) + (A3 * six) + (A2 * two) + A1));
    }
}
