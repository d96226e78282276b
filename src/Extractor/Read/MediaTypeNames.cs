namespace Extract.Read;

/// <summary>The media types that have a reader of their own.</summary>
internal static class MediaTypeNames
{
    public const string Pdf = "application/pdf";
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string OpenDocument = "application/vnd.oasis.opendocument.text";
    public const string Mail = "message/rfc822";
    public const string Calendar = "text/calendar";
}
