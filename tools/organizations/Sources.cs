using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;

namespace Extract.Tools.Organizations;

/// <summary>A body as a source has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Acronyms">Its acronyms.</param>
/// <param name="OtherNames">Further names.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null.</param>
/// <param name="Ror">Its full ROR address, or null.</param>
internal sealed record Body(string Name, string[] Acronyms, string[] OtherNames, string? Country = null, string? Ror = null);

/// <summary>The sources whose licence lets facts be taken; the richest first, so that a later one only adds what is missing.</summary>
internal static class Sources
{
    private static readonly string[] Countries = ["us", "gb", "eu", "nz"];
    private static readonly string[] IatiLists = ["CRSChannelCode.xml", "IATIOrganisationIdentifier.xml", "OrganisationIdentifier.xml"];

    /// <summary>The bodies of all sources in a folder.</summary>
    public static IEnumerable<Body> Read(string folder) =>
        Ror(Path.Combine(folder, "ror", "ror-records.jsonl.gz"))
            .Concat(Countries.SelectMany(country => PublicBodies(Path.Combine(folder, "publicbodies", country + ".csv"))))
            .Concat(Universities(Path.Combine(folder, "universities.json")))
            .Concat(IatiLists.SelectMany(name => Iati(Path.Combine(folder, "iati", name))))
            .Concat(Petrarch(Path.Combine(folder, "petrarch", "dictionaries", "Phoenix.International.actors.txt")));

    private static IEnumerable<Body> Ror(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var record = json.RootElement;
            if (record.GetProperty("status").GetString() == "withdrawn") continue;
            var labels = record.GetProperty("labels").EnumerateArray().Select(label => label[0].GetString()!);
            var country = record.GetProperty("loc").EnumerateArray().Select(place => place[2].GetString()).FirstOrDefault();
            yield return new(record.GetProperty("name").GetString()!, Strings(record, "acronyms"), [.. Strings(record, "aliases"), .. labels], country, record.GetProperty("id").GetString());
        }
    }

    private static string[] Strings(JsonElement record, string name) => [.. record.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];

    private static IEnumerable<Body> PublicBodies(string path)
    {
        var rows = Csv(File.ReadAllText(path)).ToList();
        var (name, abbreviation, others, jurisdiction) = (Column(rows, "name"), Column(rows, "abbreviation"), Column(rows, "other_names"), Column(rows, "jurisdiction_code"));
        foreach (var row in rows.Skip(1).Where(row => row.Count > jurisdiction && row[name].Length > 0))
            yield return new(WithoutBracket(row[name].Trim()), Split(row[abbreviation]), Split(row[others]), row[jurisdiction] is { Length: 2 } and not "EU" ? row[jurisdiction] : null);
    }

    private static int Column(List<List<string>> rows, string name) => rows[0].IndexOf(name);

    // RFC 4180.
    private static IEnumerable<List<string>> Csv(string text)
    {
        var (row, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"') { cell.Append(c); i++; }
            else if (c == '"') quoted = !quoted;
            else if (quoted || (c is not ',' and not '\n' and not '\r')) cell.Append(c);
            else if (c != '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                yield return row;
                row = [];
            }
        }
    }

    private static string[] Split(string? list) => list is { Length: > 0 } ? list.Split([';', ',', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];

    private static string WithoutBracket(string name) => name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;

    private static IEnumerable<Body> Universities(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var item in json.RootElement.EnumerateArray()) yield return new(item.GetProperty("name").GetString()!, [], [], item.GetProperty("alpha_two_code").GetString());
    }

    private static IEnumerable<Body> Iati(string path)
    {
        foreach (var name in XDocument.Load(path).Descendants("codelist-item").Elements("name").Elements("narrative"))
            if (name.Attribute(XNamespace.Xml + "lang") is null && name.Value.Length > 0) yield return new(WithoutBracket(name.Value.Trim()), [], []);
    }

    // Lines "NAME_OF_BODY_ [IGOUNO]" and "+OTHER_NAME"; persons stand among them, with the years of their office or without a word that heads a body.
    private static IEnumerable<Body> Petrarch(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] is '#' or '+' or '\t' or ' ') continue;
            var code = line.IndexOf('[', StringComparison.Ordinal);
            if (code < 0 || line[code..].AsSpan().IndexOfAnyInRange('0', '9') is >= 0 and < 12) continue;
            var (name, kind) = (line[..code].Replace('_', ' ').Trim(), line.Substring(code + 1, Math.Min(3, line.Length - code - 1)));
            var company = kind == "MNC";
            if (company || (kind is "IGO" or "NGO" or "NGM" && (Bodies.IsHeaded(name) || !name.Contains(' ', StringComparison.Ordinal)))) yield return new(name, [], []);
        }
    }
}
