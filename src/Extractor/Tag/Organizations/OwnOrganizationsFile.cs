using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using Extract.Rules;

namespace Extract.Tag.Organizations;

/// <summary>
/// Reads a user's file of organizations, a table (.csv, .tsv) or a list (.yml, .yaml): name, acronym, aliases, id, and as type "-" where the words are no organization's.
/// </summary>
internal static class OwnOrganizationsFile
{
    private const string Nothing = "-";

    /// <summary>Reads a file; throws <see cref="RuleFileException"/> where a line is wrong, and what <see cref="File"/> throws where it cannot be read.</summary>
    public static OwnOrganizations Load(string path)
    {
        var text = Decoded(path, File.ReadAllBytes(path));
        if (string.IsNullOrWhiteSpace(text)) throw new RuleFileException(path, 1, 1, OwnOrganizationsFaults.Empty);
        var own = new OwnOrganizations();
        foreach (var row in IsYaml(path) ? OwnRowsOfYaml.Read(path, text) : OwnRowsOfCsv.Read(path, text)) Add(path, own, row);
        return own;
    }

    private static bool IsYaml(string path) => Path.GetExtension(path).ToLowerInvariant() is ".yml" or ".yaml";

    private static void Add(string path, OwnOrganizations own, OwnRow row)
    {
        if (row.Name.Length == 0) throw Refuse(OwnOrganizationsFaults.NoName);
        if (row.Type is not ("" or Nothing)) throw Refuse(OwnOrganizationsFaults.Type(row.Type));
        var isNone = row.Type == Nothing;
        var body = Same() ?? new(isNone ? null : new(row.Name, row.Acronyms is [var acronym, ..] ? acronym : null, row.Id, []), row.Line);
        AddAll([row.Name], OwnRank.Name);
        AddAll(row.Aliases, OwnRank.Alias);
        AddAll(row.Acronyms, OwnRank.Acronym);

        // A name that stands twice with one id is one body with more spellings.
        OwnBody? Same()
        {
            foreach (var before in own.Find(OwnKey.Of(row.Name)))
                if (before is { Rank: OwnRank.Name, Body: var other })
                    return (isNone ? other.Value is null : other.Value is { } value && value.Id == row.Id) ? other : throw Refuse(OwnOrganizationsFaults.Twice(row.Name, other.Line));
            return null;
        }

        void AddAll(ImmutableArray<string> spellings, OwnRank rank)
        {
            foreach (var spelling in spellings)
                if (!own.TryAdd(spelling, body, rank)) throw Refuse(OwnOrganizationsFaults.Name(spelling, OwnKey.MostWords));
        }

        RuleFileException Refuse(string what) => new(path, row.Line, row.Column, what);
    }

    private static string Decoded(string path, byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) throw new RuleFileException(path, 1, 1, OwnOrganizationsFaults.NotUtf16);
        var text = bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        if (!Utf8.IsValid(text)) throw new RuleFileException(path, BrokenLine(text), 1, OwnOrganizationsFaults.NotUtf8);
        return Encoding.UTF8.GetString(text);
    }

    private static int BrokenLine(ReadOnlySpan<byte> text)
    {
        var line = 1;
        foreach (var range in text.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(text[range])) break;
            line++;
        }
        return line;
    }
}
