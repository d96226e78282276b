using Extract.Read.Calendars;
using Extract.Read.Html;
using Extract.Read.Mail;
using Extract.Read.Plain;
using MimeKit;
using MimeKit.Text;

namespace Extract.Read;

/// <summary>
/// Reads mail (.eml): the subject is the heading, the day of sending the publication date; the page is read where there is one, else the text. Quoted mails,
/// signatures and the footers of mailing lists are cut, what a mail passes on is kept. Attachments are documents of their own and are not read here, but
/// events of an invitation in it are witnesses.
/// </summary>
public sealed class MailReader(HtmlReader html) : IReader
{
    /// <inheritdoc/>
    public ReadResult? Read(Source source, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.MediaType == MediaTypeNames.Mail ? ReadMail(source, cancellation) : null;
    }

    private ReadResult ReadMail(Source source, CancellationToken cancellation)
    {
        try
        {
            using var stream = new MemoryStream(source.Bytes.ToArray(), writable: false);
            using var mail = MimeMessage.Load(stream, cancellation);
            // Lenient as it is, the parser takes anything with a colon in its first line for a mail.
            if (mail.Headers.Count == 0 || (mail.From.Count == 0 && mail.Sender is null && !mail.Headers.Contains(HeaderId.Subject) && !mail.Headers.Contains(HeaderId.Received))) return new(null, ReadFaults.Damaged(source, "mail"));
            if (mail.Body?.ContentType is { } type && (type.IsMimeType("multipart", "encrypted") || (type.MimeType.EndsWith("pkcs7-mime", StringComparison.OrdinalIgnoreCase) && type.Parameters["smime-type"] is not "signed-data")))
                return new(null, ReadFaults.Encrypted(source, "mail"));
            // Where the page cannot be read, the text stands for it, if there is one.
            if (mail.HtmlBody is { } page && string.IsNullOrWhiteSpace(mail.TextBody) && Nesting.IsTooDeep(page)) return new(null, ReadFaults.TooDeep(source, Nesting.Most));
            return new(ToDocument(source, mail));
        }
#pragma warning disable CA1031 // The parser throws several exceptions on what is no mail; whichever it was, it cannot be read.
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            return new(null, ReadFaults.Damaged(source, "mail"));
        }
    }

    private Document ToDocument(Source source, MimeMessage mail)
    {
        var subject = Subject.Of(mail.Subject, mail.Headers.Contains(HeaderId.ListId) || mail.Headers.Contains(HeaderId.ListPost) || mail.Headers.Contains(HeaderId.ListUnsubscribe));
        var published = source.Published ?? (mail.Headers.Contains(HeaderId.Date) ? FileDates.Day(mail.Date) : null);
        var body = OfPage(source with { Published = published }, mail.HtmlBody, subject.Kind);
        if (body is null || body.Blocks.IsEmpty) body = OfText(source, TextOf(mail), subject.Kind);
        var (text, blocks, links) = Headed.Of(subject.Words, body.Text, body.Blocks, body.Links);
        return body with
        {
            Source = source,
            Text = text,
            // A subject over nothing announces nothing.
            Blocks = body.Blocks.IsEmpty ? [] : blocks,
            Links = links,
            Title = subject.Words ?? body.Title,
            Published = published,
            Language = Languages.Detect(text),
            MarkupEvents = [.. body.MarkupEvents, .. mail.BodyParts.OfType<TextPart>().Where(part => part.ContentType.IsMimeType("text", "calendar")).SelectMany(part => CalendarEvents.Of(part.Text))],
        };
    }

    private Document? OfPage(Source source, string? page, MailKind kind)
    {
        if (string.IsNullOrWhiteSpace(page) || Nesting.IsTooDeep(page)) return null;
        using var parsed = Parsing.Whole(page);
        MailPage.Clean(parsed, kind);
        return html.Read(source with { Uri = null }, parsed);
    }

    private static Document OfText(Source source, string text, MailKind kind)
    {
        var own = MailText.Of(text, kind);
        return new() { Source = source, Text = own, Blocks = PlainBlocks.Of(own) };
    }

    private static string TextOf(MimeMessage mail)
    {
        var text = mail.TextBody ?? "";
        if (mail.BodyParts.OfType<TextPart>().FirstOrDefault(part => !part.IsAttachment && part.IsPlain) is not { IsFlowed: true } flowed) return text;
        return new FlowedToText { DeleteSpace = flowed.ContentType.Parameters.TryGetValue("delsp", out string? said) && said.Equals("yes", StringComparison.OrdinalIgnoreCase) }.Convert(text);
    }
}
