using System.Globalization;

namespace Extract.Fetch;

/// <summary>What people are told when an input cannot be fetched.</summary>
internal static class FetchFaults
{
    public static Fault TooLarge(Input input, long bytes, long limit) => new(input.Name,
        string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes are more than the limit of {limit:N0}."), "Split it, or raise 'read: maxBytes'.");

    public static Fault Unreadable(Input input, Exception e) => new(input.Name,
        $"it cannot be read: {Messages.Reason(e)}", e is UnauthorizedAccessException ? "Give read permission, or take it out of the sources." : "Check the path.");
}
