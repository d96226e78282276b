using Extract.Rules;

namespace Extract.Commands.Piping;

/// <summary>The names of stages.</summary>
internal static class Stages
{
    private static readonly string[] Later = ["link", "review", "publish"];

    /// <summary>The stage of a name; throws <see cref="SettingsException"/> for one that <c>pipe</c> has not.</summary>
    public static Stage Parse(string name)
    {
        var names = Enum.GetNames<Stage>().Select(stage => stage.ToLowerInvariant()).ToArray();
        if (names.Contains(name)) return Enum.Parse<Stage>(name, ignoreCase: true);
        throw new SettingsException(Later.Contains(name) ? Messages.LaterStage(name) : Messages.NoSuchStage(name, Nearest.Hint(name, names)));
    }
}
