using System.Globalization;

namespace Extract.Fetch.Containers;

/// <summary>What people are told when a container, or something in it, cannot be read.</summary>
internal static class ContainerFaults
{
    public const string RaiseMaxBytes = "Raise 'read: maxBytes', or take it out of the sources.";

    public const string NameColumns = "Name one under 'fetch: columns', as in columns: {text: body}.";

    public const string GetAnew = "Get the file anew, if there is a whole one; what could be read of it was.";

    public static string TooLarge(long limit) => string.Create(CultureInfo.InvariantCulture, $"it is larger than the limit of {limit:N0} bytes.");

    public static string NoColumn(string[] names) => $"it has no column of texts; its columns are: {string.Join(", ", names.Take(20))}.";

    public const string MendTable = "Mend it there, or save the table anew.";

    public static string Quotes(long line) => string.Create(CultureInfo.InvariantCulture, $"in the row that begins at line {line:N0} words follow a closing quotation mark; one may be missing.");

    public static string NoTable(long line, string why) => string.Create(CultureInfo.InvariantCulture, $"from line {line:N0} on it is no table: {why}; what came after is lost.");

    public static string CutMail(string? part) => $"the mail is cut off in {(part is null ? "its text" : $"“{part}”")}: that part may lack its end, and what came after it is lost.";

    public static Fault Of(Exception e, string where, string archive) => e switch
    {
        DamagedException damage => Damaged(damage, where),
        TooMuchException much => TooMuch(much, where, archive),
        InvalidDataException or IOException or NotSupportedException or FormatException or ArgumentException => new(where, "its bytes are damaged.", GetAnew),
        UnauthorizedAccessException => new(where, $"it cannot be read: {Messages.Reason(e)}", "Give read permission, or take it out of the sources."),
        _ => new(where, Messages.OurFault(e), ""),
    };

    private static Fault Damaged(DamagedException damage, string where)
    {
        var subject = damage.Container == where || where.StartsWith(damage.Container + "!/@", StringComparison.Ordinal) ? "it" : damage.Container;
        var at = damage.At.ToString("N0", CultureInfo.InvariantCulture);
        return new(where, damage.IsCut ? $"{subject} is cut off at byte {at}; what came after is lost." : $"{subject} is damaged at byte {at}; what stands there is lost.", GetAnew);
    }

    private static Fault TooMuch(TooMuchException much, string where, string archive) => much.Setting switch
    {
        "maxDepth" => new(where, string.Create(CultureInfo.InvariantCulture, $"it is packed more than {much.Limit} times over."), "Unpack the outermost, or raise 'fetch: maxDepth'."),
        "maxEntries" => new(archive, string.Create(CultureInfo.InvariantCulture, $"it holds more than {much.Limit:N0} entries; the rest was not read."), "Split it, or raise 'fetch: maxEntries'."),
        "maxRatio" => new(archive, string.Create(CultureInfo.InvariantCulture, $"it unpacks to more than {much.Limit:N0} times its size; the rest was not read."), "If you trust it, raise 'fetch: maxRatio'."),
        _ => new(archive, string.Create(CultureInfo.InvariantCulture, $"it unpacks to more than {much.Limit:N0} megabytes; the rest was not read."), "If you trust it, raise 'fetch: maxUnpacked'."),
    };
}
