using System.Collections.Frozen;

namespace Extract.Read.Html;

/// <summary>The words of an element's class and id that tell what it is for.</summary>
internal static class BoilerplateWords
{
    // Of no use to a reader wherever they stand.
    private static readonly FrozenSet<string> Strong = Set(
        "nav navbar navigation breadcrumb breadcrumbs crumbs cookie cookies consent gdpr cookiebanner cookiebar skiplink skip skiplinks pagination pager paging share sharing sharedaddy addtoany addthis social socials sociallinks " +
        "newsletter subscribe subscription signup optin popup modal lightbox overlay offcanvas megamenu login signin masthead topbar advert advertisement adsbygoogle ads adbox ad sponsored disqus footer colophon copyright toolbar sitemap siteheader sitefooter " +
        "sr screenreader visuallyhidden hidden noprint printonly backtotop scrolltop totop langswitch languageswitcher language toc tableofcontents");
    // Mostly of no use; a list of events may stand in a sidebar.
    private static readonly FrozenSet<string> Weak = Set(
        "menu sidebar side related recommended recommendations recommend suggested similar morestories readmore more trending popular latest recent widget widgets banner promo promotion cta tags tagcloud taglist categories author authorbox bio byline comments comment respond reply search searchform filter filters facets rail complementary meta postmeta actions controls upsell crosssell prevnext");

    /// <summary>How surely the words say that the element is boilerplate: 2, 1, or 0 for nothing said.</summary>
    public static int Weigh(string? className, string? id) => Math.Max(Weigh(className), Weigh(id));

    private static int Weigh(string? names)
    {
        if (string.IsNullOrEmpty(names)) return 0;
        var weight = 0;
        Span<char> word = stackalloc char[24];
        var strong = Strong.GetAlternateLookup<ReadOnlySpan<char>>();
        var weak = Weak.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < names.Length;)
        {
            var length = 0;
            // A word ends at a sign, and where a capital follows a small letter.
            for (; at < names.Length && char.IsAsciiLetter(names[at]) && !(length > 0 && char.IsAsciiLetterUpper(names[at]) && char.IsAsciiLetterLower(names[at - 1])); at++)
                if (length < word.Length) word[length++] = char.ToLowerInvariant(names[at]);
            if (length > 1 && strong.Contains(word[..length])) return 2;
            if (length > 1 && weak.Contains(word[..length])) weight = 1;
            if (length == 0) at++;
        }
        return weight;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
