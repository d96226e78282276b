using System.Globalization;
using System.Net;
using System.Text;

namespace Extract.Commands.Evaluating.Reporting;

/// <summary>A plot of shares as inline SVG; its colours are the page's (classes), so that it follows light and dark.</summary>
/// <param name="title">What it shows; read out where it cannot be seen.</param>
/// <param name="across">What the x axis says.</param>
/// <param name="up">What the y axis says.</param>
/// <param name="highest">The y axis ends here.</param>
internal sealed class Plot(string title, string across, string up, double highest = 1)
{
    private const int Width = 340, Height = 300, Left = 52, Right = 12, Top = 14, Bottom = 44;
    private readonly StringBuilder _marks = new();

    /// <summary>A line from point to point.</summary>
    public Plot Line(IEnumerable<(double X, double Y)> points, string @class)
    {
        _marks.Append(CultureInfo.InvariantCulture, $"<polyline class=\"{@class}\" points=\"").AppendJoin(' ', points.Select(point => $"{Number(X(point.X))},{Number(Y(point.Y))}")).Append("\"/>\n");
        return this;
    }

    /// <summary>A dot whose words show under the pointer.</summary>
    public Plot Dot(double x, double y, string words)
    {
        _marks.Append(CultureInfo.InvariantCulture, $"<circle class=\"dot\" cx=\"{Number(X(x))}\" cy=\"{Number(Y(y))}\" r=\"4\"><title>{WebUtility.HtmlEncode(words)}</title></circle>\n");
        return this;
    }

    /// <summary>How far a value may lie from what was counted.</summary>
    public Plot Range(double x, double low, double high) => Line([(x, low), (x, high)], "range");

    /// <summary>Words at a place.</summary>
    public Plot Words(double x, double y, string words)
    {
        _marks.Append(CultureInfo.InvariantCulture, $"<text class=\"note\" x=\"{Number(X(x))}\" y=\"{Number(Y(y) - 4)}\" text-anchor=\"end\">{WebUtility.HtmlEncode(words)}</text>\n");
        return this;
    }

    /// <summary>The picture.</summary>
    public override string ToString()
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">\n");
        for (var tick = 0; tick <= 5; tick++) AddTick(svg, tick / 5.0);
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{(Width - Right + Left) / 2}\" y=\"{Height - 6}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(across)}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text transform=\"translate(13 {(Height - Bottom + Top) / 2}) rotate(-90)\" text-anchor=\"middle\">{WebUtility.HtmlEncode(up)}</text>\n");
        return svg.Append(_marks).Append("</svg>\n").ToString();
    }

    private void AddTick(StringBuilder svg, double share)
    {
        var (x, y) = (Number(X(share)), Number(Y(share * highest)));
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{x} {Top}V{Height - Bottom}M{Left} {y}H{Width - Right}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{Height - Bottom + 16}\" text-anchor=\"middle\">{share:0.0}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{Number(Y(share * highest) + 4)}\" text-anchor=\"end\">{share * highest:0.0#}</text>\n");
    }

    private static double X(double share) => Left + (share * (Width - Left - Right));

    private double Y(double share) => Height - Bottom - (Math.Min(share, highest) / highest * (Height - Top - Bottom));

    private static string Number(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);
}
