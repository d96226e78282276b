using System.Globalization;

namespace Extract.Read;

/// <summary>What people are told when a source cannot be read.</summary>
internal static class ReadFaults
{
    public static Fault TooLarge(Source source, long bytes, long limit) => new(Name(source),
        string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes are more than the limit of {limit:N0}."), "Split it, or raise 'read: maxBytes'.");

    public static Fault Binary(Source source, string kind) => new(Name(source), $"it is {kind}, not text.",
        kind.EndsWith(" archive", StringComparison.Ordinal) ? "Unpack it, and name the folder; zip, tar and gzip are opened as they are." : "Convert it to text or HTML, or take it out of the sources.");

    public static Fault UnknownType(Source source) => source.MediaType switch
    {
        "application/msword" when IsProtected(source.Bytes.Span) => Encrypted(source, "Office file"),
        "application/msword" => new(Name(source), "it is an Office file of the old form (.doc), which nothing here reads.", "Save it as .docx or as PDF."),
        "application/rtf" or "text/rtf" => new(Name(source), "it is rich text (.rtf), which nothing here reads.", "Save it as .docx or as PDF."),
        var type when type.Contains("spreadsheet", StringComparison.Ordinal) || type.Contains("ms-excel", StringComparison.Ordinal) => new(Name(source), "it is a spreadsheet.", "Save the sheet as CSV or as a web page."),
        var type when type.Contains("presentation", StringComparison.Ordinal) || type.Contains("ms-powerpoint", StringComparison.Ordinal) => new(Name(source), "it is a presentation.", "Save it as PDF."),
        var type => new(Name(source), $"nothing here reads {type}.", "Give text, Markdown, HTML, PDF, Word (.docx), OpenDocument (.odt), mail (.eml) or a calendar (.ics)."),
    };

    // Files with a password lie in a container of the old form, under this name.
    private static bool IsProtected(ReadOnlySpan<byte> bytes) => bytes.IndexOf(System.Runtime.InteropServices.MemoryMarshal.AsBytes("EncryptedPackage".AsSpan())) > 0;

    public static Fault Scan(Source source, int pages) => new(Name(source),
        string.Create(CultureInfo.InvariantCulture, $"scan without a text layer: {pages:N0} {(pages == 1 ? "page" : "pages")}."), "OCR it first.");

    public static Fault Encrypted(Source source, string kind) => new(Name(source), $"this {kind} is encrypted.", "Decrypt it, and save it without a password.");

    public static Fault Damaged(Source source, string kind) => new(Name(source), $"this {kind} is damaged: nothing can be read out of it.", "Fetch or save it again.");

    public static Fault TooManyPages(Source source, int pages, int most) => new(Name(source),
        string.Create(CultureInfo.InvariantCulture, $"{pages:N0} pages are more than the limit of {most:N0}."), "Split it.");

    public static Fault TooManyLetters(Source source, int most) => new(Name(source),
        string.Create(CultureInfo.InvariantCulture, $"it has more letters than the limit of {most:N0}."), "Split it.");

    public static Fault Undecodable(Source source, string tried) => new(Name(source), $"its characters cannot be told: it is no valid {tried}.", "Save it as UTF-8.");

    public static Fault TooManyEvents(Source source, int events, int most) => new(Name(source),
        string.Create(CultureInfo.InvariantCulture, $"{events:N0} events are more than the limit of {most:N0}."), "Split it.");

    public static Fault TooDeep(Source source, int most) => new(Name(source),
        string.Create(CultureInfo.InvariantCulture, $"its tags stand more than {most:N0} levels deep in each other."), "Close what is open in it, or save its text.");

    private static string Name(Source source) => source.Uri ?? source.Id;
}
