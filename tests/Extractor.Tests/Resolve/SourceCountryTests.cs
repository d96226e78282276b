using Extract.Resolve;

namespace Extract.Tests.Resolve;

public sealed class SourceCountryTests
{
    [Theory]
    [InlineData("https://www.gov.si/en/news", "SI")]
    [InlineData("https://www.york.ac.uk/events", "GB")]
    [InlineData("https://www.state.gov/x", "US")]
    [InlineData("https://example.com/at", null)]
    [InlineData("https://company.io/", null)]
    [InlineData("https://127.0.0.1/", null)]
    [InlineData("pages/a.html", null)]
    [InlineData(null, null)]
    public void The_country_of_an_address_is_that_of_its_last_part(string? address, string? country) => Assert.Equal(country, SourceCountry.Of(address));
}
