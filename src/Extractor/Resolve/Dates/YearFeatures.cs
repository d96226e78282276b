using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>What speaks for a year that the words leave out. The same function serves resolving and learning.</summary>
internal static class YearFeatures
{
    private static readonly Feature Published = new("year:from-publication"), PublishedTense = new("year:from-publication-tense");
    private static readonly Feature Anchor = new("year:from-near-date"), AnchorElsewhere = new("year:from-near-date-elsewhere"), Before = new("year:from-date-before"), After = new("year:from-date-after");
    private static readonly Feature Weekday = new("year:weekday"), Named = new("year:title-or-heading"), Address = new("year:address");
    private const int SentenceTokens = 40;
    private static readonly Feature SaidInSentence = new("year:said-in-sentence"), SaidBefore = new("year:said-before"), Said = new("year:said");
    private static readonly Feature OnlyGap = new("year:alone-from-publication");

    /// <summary>Writes the features of one candidate, after clearing.</summary>
    public static void Write(DocumentDates dates, TokenList tokens, Mention mention, DateValue value, (DateOnly From, DateOnly To) days, string tense, FeatureVector features)
    {
        features.Clear();
        var (before, after, own) = dates.Around(mention.Span);
        if (dates.Reference is { } published)
        {
            var gap = Calendar.Gap(days.From.DayNumber - published.DayNumber);
            features.Add(Published, gap);
            features.Add(PublishedTense, $"{gap} {tense}");
            if (before is null && after is null) features.Add(OnlyGap, gap);
        }
        if (Nearest(before, after, days.From) is { } near) features.Add(own ? Anchor : AnchorElsewhere, Calendar.Gap(near));
        if (before is { } b) features.Add(Before, Calendar.Gap(days.From.DayNumber - b.From.DayNumber));
        if (after is { } a) features.Add(After, Calendar.Gap(days.From.DayNumber - a.From.DayNumber));
        if (value.Weekday is { } weekday) features.Add(Weekday, days.From.DayOfWeek == weekday ? "agrees" : "contradicts");
        WriteSaid(dates, tokens, mention, days.From.Year, features);
        if (!dates.NamedYears.IsEmpty) features.Add(Named, dates.NamedYears.Contains(days.From.Year) ? "same" : "other");
        if (dates.AddressYear is { } year) features.Add(Address, year == days.From.Year ? "same" : "other");
    }

    // "In 2013 … from 3 to 14 June": the year said in the sentence, else the one said last before it, and all that are said.
    private static void WriteSaid(DocumentDates dates, TokenList tokens, Mention mention, int year, FeatureVector features)
    {
        if (dates.SaidYears.IsEmpty) return;
        var (at, before, any) = (tokens.IndexAt(mention.Span.Start), (BareYear?)null, false);
        var (first, last) = Sentence(tokens, at, SentenceTokens);
        var (inSentence, sameInSentence) = (false, false);
        foreach (var said in dates.SaidYears)
        {
            any |= said.Year == year;
            if (said.Token >= first && said.Token <= last) (inSentence, sameInSentence) = (true, sameInSentence || said.Year == year);
            if (said.Token < at) before = said;
        }
        if (inSentence) features.Add(SaidInSentence, sameInSentence ? "same" : "other");
        if (before is { } b) features.Add(SaidBefore, b.Year == year ? "same" : "other");
        features.Add(Said, any ? "same" : "other");
    }

    private static int? Nearest(Anchor? before, Anchor? after, DateOnly day)
    {
        int? first = before is { } b ? day.DayNumber - b.From.DayNumber : null;
        int? second = after is { } a ? day.DayNumber - a.From.DayNumber : null;
        return first is null ? second : second is null || Math.Abs(first.Value) <= Math.Abs(second.Value) ? first : second;
    }

    /// <summary>Whether the sentence of a mention speaks of the past or of the future: <c>past</c>, <c>future</c> or <c>open</c>.</summary>
    public static string Tense(TokenList tokens, TextSpan span, DateWords words)
    {
        var (past, future) = (0, 0);
        var (first, last) = Sentence(tokens, tokens.IndexAt(span.Start), 30);
        for (var i = first; i <= last; i++)
        {
            if (words.Tense(tokens, i) is not { } tense) continue;
            if (tense == "past") past++; else future++;
        }
        return past == future ? "open" : past > future ? "past" : "future";
    }

    /// <summary>The tokens of the sentence that holds one, at most so many to either side.</summary>
    public static (int First, int Last) Sentence(TokenList tokens, int index, int most)
    {
        var (first, last) = (Math.Min(index, tokens.Count - 1), Math.Min(index, tokens.Count - 1));
        while (first > 0 && index - first < most && !tokens[first].Is(TokenTraits.SentenceStart) && !tokens[first].Is(TokenTraits.BlockStart)) first--;
        while (last + 1 < tokens.Count && last - index < most && !tokens[last + 1].Is(TokenTraits.SentenceStart) && !tokens[last + 1].Is(TokenTraits.BlockStart)) last++;
        return (first, last);
    }
}
