namespace Extract.Tag.Organizations;

/// <summary>Chooses names where nothing was trained: what the gazetteer knows, what a word of the lists heads, what the document gives an acronym for.</summary>
internal static class NameRules
{
    /// <summary>Adds the names of the document, the longest first within a run; none that the user's own leave no room for.</summary>
    public static void Choose(DocumentNames names, NameWords words, OrganizationGazetteer gazetteer, OwnNames own, List<ScoredName> chosen)
    {
        for (var chunk = 0; chunk < names.Chunks; chunk++)
        {
            var after = -1;
            foreach (var span in names.Candidates(chunk).ToArray().OrderBy(span => span.First).ThenByDescending(span => span.Last))
            {
                if (span.First <= after || own.Hides(span) || Trust(names, words, gazetteer, span) is not (> 0 and var trust)) continue;
                chosen.Add(new(span, trust));
                after = span.Last;
            }
        }
    }

    private static double Trust(DocumentNames names, NameWords words, OrganizationGazetteer gazetteer, NameSpan span)
    {
        var tokens = names.Tokens;
        if (names.IsDefined(span.Key)) return 0.7;
        if (span.First == span.Last) return gazetteer.Find(span.Key) == NameKnown.Acronym && tokens[span.First].Is(Text.TokenTraits.AllCaps) ? 0.4 : 0;
        if (gazetteer.Find(span.Key) == NameKnown.Name) return 0.8;
        if (JoinsBeforeHead(tokens, words, span)) return 0;
        if (words.HeadKind(tokens[span.Last].Hash) is not null || words.IsLegal(tokens[span.Last].Hash)) return 0.5;
        return words.HeadKind(tokens[span.First].Hash) is not null && words.IsJoin(tokens[span.First + 1].Hash) ? 0.6 : 0;
    }

    // "Rajko Kozmelj of the Ministry" is not one name: nothing before "of" heads a body.
    private static bool JoinsBeforeHead(Text.TokenList tokens, NameWords words, NameSpan span)
    {
        for (var i = span.First; i <= span.Last; i++)
        {
            if (words.HeadKind(tokens[i].Hash) is not null) return false;
            if (words.IsJoin(tokens[i].Hash)) return true;
        }
        return false;
    }
}
