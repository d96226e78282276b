using Extract.Text;

namespace Extract.Tag.Organizations;

/// <summary>Tells the place after "organized by", where a name is one of who organizes, whatever its words are.</summary>
internal static class OrganizerLabel
{
    private static readonly HashSet<ulong> Participles = [.. "organized organised organizes organises hosted co-hosted cohosted co-organized co-organised presented arranged convened sponsored coordinated".Split(' ').Select(word => Folding.Hash(word))];
    private static readonly HashSet<ulong> Labels = [.. "organizer organizers organiser organisers host hosts".Split(' ').Select(word => Folding.Hash(word))];
    private static readonly ulong By = Folding.Hash("by"), The = Folding.Hash("the");

    /// <summary>True where "organized by", "organised by:" or "Organizer:" stands right before a token; "the" may stand between.</summary>
    public static bool StandsBefore(TokenList tokens, int index)
    {
        var at = index - 1;
        if (at >= 0 && tokens[at].Hash == The) at--;
        var colon = at >= 0 && tokens.Chars(at) is ":";
        if (colon) at--;
        if (at < 0) return false;
        return tokens[at].Hash == By ? at > 0 && Participles.Contains(tokens[at - 1].Hash) : colon && Labels.Contains(tokens[at].Hash);
    }
}
