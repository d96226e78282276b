using System.Text;
using MimeKit;
using MimeKit.Tnef;

namespace Extract.Fetch.Containers;

/// <summary>Mail: the mail itself under its own name, then what is attached to it; mails that it holds are opened in their turn.</summary>
internal sealed class MailContainer : IContainer
{
    // The same bytes on every machine.
    private static readonly FormatOptions Format = DosLines();

    public IEnumerable<ContainerEntry>? Open(Content content) => content.MediaType == MediaTypes.Mail || (content.MediaType is null && content.Ends(".eml")) ? Entries(content) : null;

    private static IEnumerable<ContainerEntry> Entries(Content content)
    {
        var bytes = content.Stream.Take(content.MaxBytes);
        if (!content.Stream.Peek(1).IsEmpty)
        {
            yield return ContainerEntry.Itself(new JoinedStream(new MemoryStream(bytes), content.Stream)) with { MediaType = MediaTypes.Mail }; // too large, and told so
            yield break;
        }
        yield return ContainerEntry.Itself(new MemoryStream(bytes)) with { MediaType = MediaTypes.Mail };
        using var mail = Parse(bytes);
        foreach (var (number, part) in Attached(mail).Index()) yield return Entry(part, number + 1, mail!);
        if (mail is not null && IsCut(mail, bytes)) yield return ContainerEntry.Lost($"@{bytes.Length}", ContainerFaults.CutMail(LastPart(mail)), ContainerFaults.GetAnew);
    }

    // Its parts end with a line that says so. Of a mail in one part nothing tells where it was to end.
    private static bool IsCut(MimeMessage mail, byte[] bytes) => mail.Body is Multipart { Boundary: { Length: > 0 } boundary } && bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"\n--{boundary}--")) < 0;

    // The name of the file that it breaks off in; null where that is the mail's own text.
    private static string? LastPart(MimeMessage mail) => mail.BodyParts.LastOrDefault() is MimePart { FileName: { } name } ? name : null;

    // What is no mail has nothing attached, and whoever reads it says what it is.
    private static MimeMessage? Parse(byte[] bytes)
    {
        try
        {
            return MimeMessage.Load(new MemoryStream(bytes));
        }
        catch (Exception e) when (e is FormatException or IOException or ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<MimeEntity> Attached(MimeMessage? mail)
    {
        foreach (var part in mail?.BodyParts ?? [])
            if (part is TnefPart packed)
                foreach (var inner in Unpacked(packed)) yield return inner;
            else if (IsAttached(part)) yield return part;
    }

    // Some programs put a file into the mail's text; pictures there are the text's, and signatures are nobody's.
    private static bool IsAttached(MimeEntity part) => part switch
    {
        MessagePart => true,
        _ when part.ContentType.MimeType is "application/pgp-signature" or "application/pkcs7-signature" or "application/x-pkcs7-signature" or "message/delivery-status" => false,
        MimePart { IsAttachment: true } => true,
        MimePart { FileName: not null } file => !file.ContentType.IsMimeType("image", "*") && file is not TextPart { ContentId: not null },
        _ => false,
    };

    private static IEnumerable<MimeEntity> Unpacked(TnefPart packed)
    {
        try
        {
            return [.. packed.ExtractAttachments()];
        }
        catch (Exception e) when (e is FormatException or IOException or ArgumentException or NotSupportedException)
        {
            return [];
        }
    }

    private static ContainerEntry Entry(MimeEntity part, int number, MimeMessage mail)
    {
        var bytes = new MemoryStream();
        if (part is MessagePart inner) inner.Message?.WriteTo(Format, bytes);
        else if (part is MimePart { Content: { } data }) data.DecodeTo(bytes);
        bytes.Position = 0;
        var name = part.ContentDisposition?.FileName ?? part.ContentType.Name ?? $"attachment-{number}{Ending(part)}";
        DateOnly? sent = mail.Headers.Contains(HeaderId.Date) && mail.Date.Year > 1990 ? DateOnly.FromDateTime(mail.Date.DateTime) : null;
        return ContainerEntry.Of(name, bytes) with { MediaType = TypeOf(part), Charset = part.ContentType.Charset, Published = sent };
    }

    private static FormatOptions DosLines()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }

    private static string Ending(MimeEntity part) => part is MessagePart ? ".eml" : MimeTypes.TryGetExtension(part.ContentType.MimeType, out var ending) ? ending : "";

    // By the name where programs say the vaguest thing; what they state in particular is mostly right.
    private static string? TypeOf(MimeEntity part) => part.ContentType.MimeType.ToLowerInvariant() switch
    {
        MediaTypes.Mail => MediaTypes.Mail,
        "text/html" or "text/plain" or "text/calendar" or "application/pdf" => part.ContentType.MimeType.ToLowerInvariant(),
        var type when type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal) => type,
        _ => null,
    };
}
