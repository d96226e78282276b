using System.Globalization;
using Extract.Commands.RunReporting;

namespace Extract.Tests.Commands.RunReporting;

/// <summary>What the report's charts are drawn from.</summary>
public sealed class FiguresTests
{
    [Fact]
    public void More_keys_than_anybody_could_see_are_counted_as_others_and_none_is_lost()
    {
        var counts = new Counts();
        for (var i = 0; i < 100_010; i++) counts.Add(i.ToString(CultureInfo.InvariantCulture));
        counts.Add("0", isSettled: true);
        Assert.Equal((100_000, 10, new Count(2, 1)), (counts.Keys, counts.Others.All, counts["0"]));
    }

    [Fact]
    public void Of_a_longer_time_than_a_chart_can_show_the_fullest_years_are_shown_and_the_rest_is_counted()
    {
        var counts = new Counts();
        counts.Add("1850-01");
        counts.Add("2150-12");
        foreach (var month in new[] { "2018-06", "2018-07", "2024-12" }) counts.Add(month);
        var (columns, outside) = Months.Of(counts);
        Assert.Equal((240, 2, 3), (columns.Count, outside, columns.Sum(column => column.Count.All)));
        Assert.EndsWith("-01", columns[0].Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(7, 7, 8)]
    [InlineData(111, 120, 7)]
    [InlineData(1_000_000, 1_000_000, 6)]
    public void An_axis_has_few_marks_and_ends_on_one(int most, int end, int marks)
    {
        Assert.Equal(end, Scale.Above(most));
        var steps = Scale.Steps(end).ToList();
        Assert.Equal((0, end, marks), (steps[0], steps[^1], steps.Count));
    }

    [Theory]
    [InlineData("https://example.org/a/b?c", "example.org")]
    [InlineData("news/2018.zip!/a/b.html", "news/2018.zip")]
    [InlineData("texts/2018/a.txt", "texts/2018/")]
    [InlineData("a.txt", "./")]
    public void A_source_is_from_a_host_an_archive_or_a_folder(string source, string origin) => Assert.Equal(origin, Origin.Of(source));

    [Fact]
    public void The_map_has_equal_areas_and_its_middle_is_where_the_equator_meets_greenwich()
    {
        Assert.Equal(EqualEarth.Width / 2, EqualEarth.At(0, 0).X, 6);
        Assert.Equal((0, EqualEarth.Width), (Math.Round(EqualEarth.At(0, -180).X), Math.Round(EqualEarth.At(0, 180).X)));
        // Band by band between parallels, the area is that of the sphere: as the sine of the latitude.
        double Area(double south, double north) => Enumerable.Range(0, 1000).Sum(i =>
        {
            var (low, high) = (south + ((north - south) * i / 1000), south + ((north - south) * (i + 1) / 1000));
            return (EqualEarth.At((low + high) / 2, 180).X - EqualEarth.At((low + high) / 2, -180).X) * (EqualEarth.At(low, 0).Y - EqualEarth.At(high, 0).Y);
        });
        double Sine(double degrees) => Math.Sin(degrees * Math.PI / 180);
        Assert.Equal((Sine(70) - Sine(50)) / (Sine(20) - Sine(0)), Area(50, 70) / Area(0, 20), 3);
    }

    [Fact]
    public void No_outline_goes_across_the_map_from_one_edge_to_the_other()
    {
        var paths = Outlines.Of(new(0, 0, EqualEarth.Width, EqualEarth.Height));
        Assert.True(paths.Split("<path").Length > 190);
        foreach (var numbers in paths.Split('"').Where(part => part.StartsWith('M')).SelectMany(path => path.Split('M', StringSplitOptions.RemoveEmptyEntries)).Select(ring => Steps(ring[(ring.IndexOf('l') + 1)..].TrimEnd('z'))))
            Assert.All(numbers, number => Assert.InRange(Math.Abs(number), 0, 1000));
    }

    private static IEnumerable<int> Steps(string path) => path.Replace("-", " -", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture));
}
