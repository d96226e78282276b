using System.Collections.Immutable;
using CsvHelper;
using Extract.Rules;

namespace Extract.Tag.Organizations;

/// <summary>Reads organizations from a table: a line of column names, then a line for each. Commas, semicolons or tabs part the fields, whichever the first line has.</summary>
internal static class OwnRowsOfCsv
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The rows; throws <see cref="RuleFileException"/> where a line is wrong.</summary>
    public static IEnumerable<OwnRow> Read(string path, string text)
    {
        CsvMalformedRecord? bad = null;
        using var csv = CsvReader.Create(new StringReader(text), Form(text) with { OnMalformedRecord = found => bad = found });
        csv.ReadHeader();
        if (bad is { Reason: not CsvMalformedReason.StrayQuote }) throw new RuleFileException(path, 1, 1, OwnOrganizationsFaults.Quotes);
        var columns = Columns(path, [.. csv.Headers]);
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (bad is { Reason: not CsvMalformedReason.StrayQuote }) throw new RuleFileException(path, line, 1, OwnOrganizationsFaults.Quotes);
            var fields = Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at)?.Trim() ?? "").ToArray();
            if (fields.All(field => field.Length == 0)) continue;
            if (fields.Skip(columns.Length).Any(field => field.Length > 0)) throw new RuleFileException(path, line, 1, OwnOrganizationsFaults.Fields(fields.Length, columns.Length));
            yield return new(line, 1, Field("name"), Several("acronym"), Several("aliases"), Field("id") is { Length: > 0 } id ? id : null, Field("type"));

            string Field(string key) => Array.IndexOf(columns, key) is >= 0 and var at && at < fields.Length ? fields[at] : "";
            ImmutableArray<string> Several(string key) => Field(key) is { Length: > 0 } field ? [.. field.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : [];
        }
    }

    private static string[] Columns(string path, string[] headers)
    {
        var keys = new string[headers.Length];
        for (var i = 0; i < headers.Length; i++)
        {
            // A spreadsheet's empty columns have no name.
            if (headers[i].Trim().Length == 0) { keys[i] = ""; continue; }
            keys[i] = OwnRow.KeyOf(headers[i]) ?? throw new RuleFileException(path, 1, 1, headers.Any(header => OwnRow.KeyOf(header) is not null)
                ? OwnOrganizationsFaults.Column(headers[i].Trim(), OwnRow.Hint(headers[i].Trim())) : OwnOrganizationsFaults.NoHeader);
            if (Array.IndexOf(keys, keys[i]) < i) throw new RuleFileException(path, 1, 1, OwnOrganizationsFaults.ColumnTwice(keys[i]));
        }
        return keys.Contains("name") ? keys : throw new RuleFileException(path, 1, 1, OwnOrganizationsFaults.NoHeader);
    }

    private static CsvReaderOptions Form(string text)
    {
        if (text.StartsWith("sep=", StringComparison.Ordinal)) return new() { TrackLineNumbers = true, MaxRecordSize = MostBytes(text) };
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        return new() { Separator = header.IndexOfAny(Separators) is >= 0 and var at ? header[at] : ',', TrackLineNumbers = true, MaxRecordSize = MostBytes(text) };
    }

    private static int MostBytes(string text) => (int)Math.Min(int.MaxValue, (text.Length * 4L) + 1);
}
