using System.Collections.Immutable;
using Extract.Rules;

namespace Extract.Tag.Organizations;

/// <summary>One organization as the user's file has it, not yet verified.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Acronyms">Its acronyms, the one for the record first.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Id">Its id, or null.</param>
/// <param name="Type">"-" where the words are no organization's, else empty.</param>
internal sealed record OwnRow(int Line, int Column, string Name, ImmutableArray<string> Acronyms, ImmutableArray<string> Aliases, string? Id, string Type)
{
    /// <summary>The names of the columns or keys; the second ones are other words for the first.</summary>
    public static readonly string[] Keys = ["name", "acronym", "aliases", "id", "type", "acronyms", "alias"];

    /// <summary>The one word for a column or key that has two; null where there is no such.</summary>
    public static string? KeyOf(string name) => name.Trim().ToLowerInvariant() switch
    {
        "acronyms" => "acronym",
        "alias" => "aliases",
        var key => Keys.Contains(key) ? key : null,
    };

    /// <summary>The valid name that is nearest, for who wrote another.</summary>
    public static string Hint(string name) => Nearest.Hint(name, Keys[..5]);
}
