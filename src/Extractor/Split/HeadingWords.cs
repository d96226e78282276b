using Extract.Rules;
using Extract.Text;

namespace Extract.Split;

/// <summary>Tells the headings and lines that divide one announcement ("How to apply", "10:00 Coffee break") from those that begin another one.</summary>
internal static class HeadingWords
{
    private const int LongestHeading = 9; // tokens
    private const int LongestLine = 24;
    private static readonly WordList Sections = WordList.Shipped("section-heading"), Programme = WordList.Shipped("programme"), Schedule = WordList.Shipped("schedule-heading"),
        NameColumn = WordList.Shipped("name-column"), BesideDate = WordList.Shipped("beside-date");

    /// <summary>True where some tokens are nothing but words of a section's heading, numbers and marks.</summary>
    public static bool IsSection(TokenList tokens, int first, int end)
    {
        if (end - first > LongestHeading) return false;
        var words = 0;
        for (var i = first; i < end; i++)
            if (tokens[i].Kind == TokenKind.Word && ++words > 0 && !Sections.Has(tokens[i])) return false;
        return words > 0;
    }

    /// <summary>True where a heading says that what follows is a list of dates or events ("2021 Meeting Schedule").</summary>
    public static bool IsSchedule(TokenList tokens, int first, int end) => HoldsOne(Schedule, tokens, first, end);

    /// <summary>True where the head of a column says that names of events stand in it ("Title", "Course").</summary>
    public static bool IsNameColumn(TokenList tokens, int first, int end)
    {
        var names = false;
        for (var i = first; i < Math.Min(end, first + LongestHeading); i++)
        {
            if (tokens[i].Kind != TokenKind.Word || NameColumn.Find(tokens, i, i) is not { } says) continue;
            if (says == "other") return false; // "Tender No."
            names = true;
        }
        return names;
    }

    /// <summary>True for a word that stands beside the dates of a schedule and names nothing ("Agenda", "PDF", "cancelled").</summary>
    public static bool IsBesideDate(in Token token) => BesideDate.Has(token);

    private static bool HoldsOne(WordList list, TokenList tokens, int first, int end)
    {
        for (var i = first; i < Math.Min(end, first + LongestHeading); i++)
            if (tokens[i].Kind == TokenKind.Word && list.Has(tokens[i])) return true;
        return false;
    }

    /// <summary>True for a word of which sections' headings consist.</summary>
    public static bool IsSectionWord(in Token token) => Sections.Has(token);

    /// <summary>True where a word of a programme stands among the first tokens of a line.</summary>
    public static bool IsProgramme(TokenList tokens, int first, int end)
    {
        for (var i = first; i < Math.Min(end, first + LongestLine); i++)
            if (tokens[i].Kind == TokenKind.Word && Programme.Has(tokens[i])) return true;
        return false;
    }
}
