using Extract.Tag.Places;

namespace Extract.Tests.Tag.Places;

public class GazetteerTests
{
    [Theory]
    [InlineData("Wien", "AT", "Vienna")]
    [InlineData("Praha", "CZ", "Prague")]
    [InlineData("Kiev", "UA", "Kyiv")]
    [InlineData("Cologne", "DE", "Cologne")]
    [InlineData("Prishtina", "XK", "Pristina")]
    [InlineData("PRIŠTINA", "XK", "Pristina")]
    [InlineData("Pris\u030Ctina", "XK", "Pristina")]
    [InlineData("St. Louis", "US", "St. Louis")]
    [InlineData("Saint Louis", "US", "St. Louis")]
    [InlineData("Hyderabad", "IN", "Hyderabad")]
    [InlineData("Sao Paulo", "BR", "São Paulo")]
    [InlineData("Москва", "RU", "Moscow")]
    public void A_city_is_found_by_its_names(string name, string country, string english)
    {
        var (first, end) = Gazetteer.Shared.Find(PlaceKey.Of(name)[^1]);
        var place = Gazetteer.Shared.Places(first, end, MentionKind.City, 10)[0];
        Assert.Equal((english, country), (place.Name, place.Country));
    }

    [Fact]
    public void What_is_no_name_is_not_found()
    {
        var (first, end) = Gazetteer.Shared.Find(PlaceKey.Of("Xyzzyville upon Nowhere")[^1]);
        Assert.Equal(first, end);
    }

    [Fact]
    public void Meanings_come_the_most_populous_first_with_region_and_coordinates()
    {
        var (first, end) = Gazetteer.Shared.Find(PlaceKey.Of("Springfield")[^1]);
        var places = Gazetteer.Shared.Places(first, end, MentionKind.City, 100);
        Assert.True(places.Length > 10);
        Assert.Equal(places.Select(place => place.Population).OrderDescending(), places.Select(place => place.Population));
        var illinois = Assert.Single(places, place => place is { Country: "US", Region: "Illinois" });
        Assert.Equal((4250542, 39.8, -89.6), (illinois.GeonameId, Math.Round(illinois.Latitude, 1), Math.Round(illinois.Longitude, 1)));
    }

    [Fact]
    public void It_opens_in_less_than_100_ms_and_its_files_are_small()
    {
        var start = TimeProvider.System.GetTimestamp();
        using (var gazetteer = Gazetteer.Open(Gazetteer.Shipped)) Assert.True(gazetteer.Cities > 150_000);
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromMilliseconds(100));
        var sizes = Directory.GetFiles(Gazetteer.Shipped).Select(file => new FileInfo(file).Length).ToArray();
        Assert.True(sizes.Max() < 4 << 20);
        Assert.True(sizes.Sum() <= 12_000_000);
    }

    [Fact]
    public void A_file_that_is_none_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory();
        foreach (var file in new[] { "keys.bin", "refs.bin", "entries.bin", "names.bin" }) File.WriteAllText(Path.Combine(folder.FullName, file), "no gazetteer at all, whatever the name says");
        Assert.Throws<InvalidDataException>(() => Gazetteer.Open(folder.FullName));
        folder.Delete(true);
    }
}
