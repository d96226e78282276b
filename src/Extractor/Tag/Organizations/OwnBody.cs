namespace Extract.Tag.Organizations;

/// <summary>What a user says of a body: its name, acronym and id; or that some words are no body's name.</summary>
/// <param name="Value">What its names are read as, the same instance for each of them; null where they are no body's.</param>
/// <param name="Line">Its line in the file, from 1.</param>
internal sealed record OwnBody(OrganizationValue? Value, int Line);

/// <summary>How sure a spelling is of its body where others have it too.</summary>
internal enum OwnRank
{
    /// <summary>The name, or words that are no name: no other body has it.</summary>
    Name,
    /// <summary>Another name.</summary>
    Alias,
    /// <summary>Letters.</summary>
    Acronym,
}

/// <summary>One spelling of a body as the user's file writes it.</summary>
/// <param name="Body">Whose it is.</param>
/// <param name="Rank">What it is to the body.</param>
/// <param name="Capitals">The words that have a capital in the file, by their bits: they must have one in the text.</param>
/// <param name="Letters">The very words where it is one word in capitals, or an acronym: "WHO" is not "who". Else null.</param>
/// <param name="EndsInStop">A full stop ends it: "Ltd."</param>
/// <param name="Next">The number of another spelling of the same words, or −1.</param>
internal readonly record struct OwnForm(OwnBody Body, OwnRank Rank, ulong Capitals, string? Letters, bool EndsInStop, int Next);
