namespace Extract.Commands.RunReporting;

/// <summary>The part of the world that a map shows, in units of <see cref="EqualEarth"/>.</summary>
internal readonly record struct MapView(double X, double Y, double Width, double Height)
{
    private const double Least = 2400, Margin = 1.15;

    /// <summary>How wide a map is on the page, in pixels, where there is room.</summary>
    public const int Pixels = 960;

    /// <summary>A pixel of the page, in units of the map.</summary>
    public double Pixel => Width / Pixels;

    /// <summary>The part that holds all places, in the proportions of the world and no closer than outlines are true.</summary>
    public static MapView Around(IReadOnlyCollection<(double X, double Y)> places)
    {
        var ratio = EqualEarth.Height / EqualEarth.Width;
        if (places.Count == 0) return new(0, 0, EqualEarth.Width, EqualEarth.Height);
        var (left, right, top, bottom) = (places.Min(at => at.X), places.Max(at => at.X), places.Min(at => at.Y), places.Max(at => at.Y));
        var width = Math.Min(EqualEarth.Width, Math.Max(Least, Margin * Math.Max(right - left, (bottom - top) / ratio)));
        var height = width * ratio;
        return new(Math.Clamp(((left + right) / 2) - (width / 2), 0, EqualEarth.Width - width), Math.Clamp(((top + bottom) / 2) - (height / 2), 0, Math.Max(0, EqualEarth.Height - height)), width, height);
    }

    /// <summary>Does a box reach into it?</summary>
    public bool Shows(double left, double top, double right, double bottom) => right >= X && left <= X + Width && bottom >= Y && top <= Y + Height;
}
