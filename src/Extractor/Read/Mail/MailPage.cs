using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Extract.Read.Mail;

/// <summary>Cuts from the page of a mail what is not its own: quoted mails, the signature, the footer of a mailing list.</summary>
internal static class MailPage
{
    // What the programs that people write mail with put around a mail that they quote.
    private const string Quotes = ".gmail_quote, .gmail_quote_container, blockquote[type=cite], .yahoo_quoted, .protonmail_quote, #OLK_SRC_BODY_SECTION, .zmail_extra, #appendonsend, #divRplyFwdMsg, #mail-editor-reference-message-container";
    private const string Signatures = ".gmail_signature, .moz-signature, #Signature, .protonmail_signature_block, .moz-cite-prefix, .gmail_attr, .moz-email-headers-table, .OutlookMessageHeader";
    private const int LongestFooter = 600;

    public static void Clean(IHtmlDocument page, MailKind kind)
    {
        if (kind == MailKind.Reply) CutQuotes(page);
        foreach (var element in page.QuerySelectorAll(Signatures).ToList()) element.Remove();
        foreach (var element in page.QuerySelectorAll("a, p, td, div, span, small").Where(IsFooter).ToList()) Footer(element).Remove();
    }

    private static void CutQuotes(IHtmlDocument page)
    {
        foreach (var quote in page.QuerySelectorAll(Quotes).ToList())
        {
            // Outlook puts the head of the quoted mail into an element, and the mail itself after it.
            if (quote.Id is "appendonsend" or "divRplyFwdMsg")
                while (quote.NextSibling is { } after) after.RemoveFromParent();
            quote.Remove();
        }
    }

    private static bool IsFooter(IElement element) => element.TextContent.Length is > 0 and < LongestFooter && (ListWords.In(element.TextContent) || (element.LocalName == "a" && ListWords.In(element.GetAttribute("href"))));

    // The block that a link to unsubscribe stands in, as long as it holds little else.
    private static IElement Footer(IElement element)
    {
        var block = element;
        while (block.LocalName is "a" or "span" or "small" or "b" or "strong" or "font" or "em" or "i" && block.ParentElement is { LocalName: not "body" } parent && parent.TextContent.Length < LongestFooter) block = parent;
        return block;
    }
}
