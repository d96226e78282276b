using System.Collections.Immutable;

namespace Extract.Score;

/// <summary>A field that <c>score: require</c> may name: a kind of finding with its role.</summary>
/// <param name="Name">As pipeline.yml has it: <c>dates.event</c>.</param>
public sealed record RequiredField(string Name)
{
    /// <summary>The fields that can be required.</summary>
    public static ImmutableArray<RequiredField> All { get; } =
    [
        new("dates.event"), new("dates.deadline"), new("cities.venue"), new("organizations.organizer"), new("topics"), new("eventType"),
    ];

    /// <summary>The name of the model that says whether the field is right.</summary>
    public string Model => "field." + Name;

    /// <summary>The roles that count: an organizer may be a co-organizer or a host.</summary>
    public static bool Counts(string name, string role) => name switch
    {
        "dates.event" => role == "event",
        "dates.deadline" => role == "deadline",
        "cities.venue" => role == "venue",
        "organizations.organizer" => OrganizationRole.Runs(role),
        _ => false,
    };

    /// <summary>Its place in <see cref="All"/>; -1 where there is none of the name.</summary>
    public static int IndexOf(string name)
    {
        for (var i = 0; i < All.Length; i++)
            if (All[i].Name == name) return i;
        return -1;
    }

    /// <summary>The field of a name, or null where there is none.</summary>
    public static RequiredField? Find(string name) => All.FirstOrDefault(field => field.Name == name);
}
