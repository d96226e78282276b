using System.CommandLine;
using System.Globalization;

namespace Extract.Commands;

/// <summary>Options that take a whole number: one that is no number, or means nothing, is refused in the words of a person.</summary>
internal static class Numbers
{
    public static Option<int?> Option(string name, int least, string description, int most = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            result.AddError(Messages.NoNumber(name, least, most, text));
            return null;
        },
    };

    /// <summary>How many documents are under way at once.</summary>
    public static Option<int?> Workers() => Option("--workers", 1, "Documents under way at once (as many as there are cores).", 1000);
}
