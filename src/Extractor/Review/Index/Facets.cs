using System.Globalization;
using Extract.Text;

namespace Extract.Review.Index;

/// <summary>What a record can be filtered by.</summary>
/// <param name="Kind">source, field, topic, type, country or month.</param>
/// <param name="Value">As people read it.</param>
internal readonly record struct Facet(string Kind, string Value)
{
    /// <summary>The kinds, in the order of the page.</summary>
    public static readonly string[] Kinds = ["source", "field", "topic", "type", "country", "month"];

    /// <summary>What a record has, each once.</summary>
    public static List<Facet> Of(SlimRecord record)
    {
        var facets = new List<Facet> { new("source", SourceName.Of(record.Source.Id, record.Source.Uri)) };
        foreach (var question in record.Questions) Add(new("field", Field(question.Field)));
        foreach (var topic in record.Topics) Add(new("topic", topic.Label ?? ""));
        Add(new("type", record.EventType?.Label ?? ""));
        foreach (var city in record.Cities) Add(new("country", city.Country ?? ""));
        foreach (var date in record.Dates.Where(date => date.Role == "event")) Months(date);
        return facets;

        void Add(Facet facet)
        {
            if (facet.Value.Length > 0 && !facets.Contains(facet)) facets.Add(facet);
        }

        void Months(SlimDate date)
        {
            foreach (var day in new[] { date.From, date.To }) Add(new("month", day?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? ""));
        }
    }

    /// <summary>The field that a question is about, without its place in a list: <c>/dates/0/from</c> is dates.</summary>
    public static string Field(string pointer) => pointer.Split('/') is [_, var field, ..] ? field : pointer;

    /// <summary>The word by which it stands in the index.</summary>
    public string Token => Kind switch
    {
        "country" => "_country_" + Plain(Value),
        "month" => "_month_" + Plain(Value),
        "field" => "_asks_" + Plain(Value),
        _ => $"_{Kind}_{Hash(Value)}",
    };

    /// <summary>The word for an organization, by any of its spellings.</summary>
    public static string Organization(string name) => "_org_" + Hash(Folding.Fold(name));

    /// <summary>The word for a city, by name.</summary>
    public static string City(string name) => "_city_" + Hash(Folding.Fold(name));

    /// <summary>The word for who decided last.</summary>
    public static string Reviewer(string name) => "_by_" + Hash(name);

    /// <summary>The word for everybody who decided.</summary>
    public static string Decided(string name) => "_did_" + Hash(name);

    /// <summary>The word for a record's status.</summary>
    public static string Status(string status) => "_status_" + Plain(status);

    /// <summary>The word for a tenth of confidence.</summary>
    public static string Confidence(double confidence) => string.Create(CultureInfo.InvariantCulture, $"_conf_{Math.Clamp((int)(confidence * 10), 0, 9)}");

    private static string Plain(string value) => string.Concat(value.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static string Hash(string value) => WordHash.Of(value).ToString("x16", CultureInfo.InvariantCulture);
}
