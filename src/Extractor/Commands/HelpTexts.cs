namespace Extract.Commands;

/// <summary>What <c>--help</c> says of a command.</summary>
/// <param name="About">What it does, before the options.</param>
/// <param name="After">Examples and exit statuses, after them.</param>
internal sealed record HelpText(string About, string After);

/// <summary>The help of every command; the texts themselves are <c>Commands/help.txt</c>, one section a command, so that they read as they print.</summary>
internal static class HelpTexts
{
    private static readonly Lazy<Dictionary<string, HelpText>> Texts = new(Read);

    /// <summary>The help of a command; of the program itself under <c>extract</c>.</summary>
    public static HelpText Of(string command) => Texts.Value.GetValueOrDefault(command) ?? new("", "");

    // "== NAME" opens a section, "--" parts what stands before the options from what stands after them.
    private static Dictionary<string, HelpText> Read()
    {
        using var stream = typeof(HelpTexts).Assembly.GetManifestResourceStream("help.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split("== ", StringSplitOptions.RemoveEmptyEntries).ToDictionary(section => section[..section.IndexOf('\n')], Section);
    }

    private static HelpText Section(string section)
    {
        var body = section[(section.IndexOf('\n') + 1)..].Split("--\n");
        return new(body[0].Trim(), body[1].Trim() + "\n");
    }
}
