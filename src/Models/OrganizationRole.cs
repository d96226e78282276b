using System.Collections.Immutable;

namespace Extract.Models;

/// <summary>The roles that an organization may have in an announcement.</summary>
public static class OrganizationRole
{
    /// <summary>All of them, the chief one first.</summary>
    public static ImmutableArray<string> All { get; } = ["organizer", "co-organizer", "host", "supporter", "participant", "mentioned"];

    /// <summary>True for the roles of who runs the event: organizer, co-organizer, host.</summary>
    public static bool Runs(string? role) => role is "organizer" or "co-organizer" or "host";
}
