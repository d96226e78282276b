namespace Extract.Fetch;

/// <summary>Tells the files of office programs, PDF, mail and calendars by their bytes.</summary>
internal static class DocumentTypes
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    /// <summary>The media type, or null where the bytes are of no such file.</summary>
    public static string? Looks(ReadOnlySpan<byte> bytes)
    {
        if (bytes.TrimStart("\uFEFF\r\n\t \0"u8).StartsWith("%PDF-"u8)) return "application/pdf";
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return Zipped(bytes);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return "application/msword";
        if (bytes.StartsWith("{\\rtf"u8)) return "application/rtf";
        if (bytes.TrimStart("\uFEFF\r\n\t "u8).StartsWith("BEGIN:VCALENDAR"u8)) return "text/calendar";
        return null;
    }

    /// <summary>By the name of a file whose bytes say nothing: it is damaged, and its reader will say so.</summary>
    public static string? Named(string extension) => extension switch
    {
        ".pdf" => "application/pdf",
        ".docx" or ".docm" => OpenXml + "wordprocessingml.document",
        ".odt" => "application/vnd.oasis.opendocument.text",
        ".doc" => "application/msword",
        _ => null,
    };

    // The names of a zip's files stand in it as they are; OpenDocument states its type in the first of them.
    private static string? Zipped(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 38 && bytes[30..].StartsWith("mimetype"u8))
        {
            var stated = bytes[38..Math.Min(bytes.Length, 38 + 80)];
            foreach (var kind in (ReadOnlySpan<string>)["text", "spreadsheet", "presentation"])
                if (stated.StartsWith(System.Text.Encoding.ASCII.GetBytes("application/vnd.oasis.opendocument." + kind))) return "application/vnd.oasis.opendocument." + kind;
        }
        if (bytes.IndexOf("word/document"u8) > 0) return OpenXml + "wordprocessingml.document";
        if (bytes.IndexOf("ppt/presentation"u8) > 0) return OpenXml + "presentationml.presentation";
        return bytes.IndexOf("xl/workbook"u8) > 0 ? OpenXml + "spreadsheetml.sheet" : null;
    }
}
