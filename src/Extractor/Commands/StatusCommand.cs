using System.CommandLine;
using System.Globalization;
using System.Text;
using Extract.Run;

namespace Extract.Commands;

/// <summary><c>extract status</c>: how far a run is, from another terminal.</summary>
internal static class StatusCommand
{
    public static Command Create(TimeProvider time)
    {
        var paths = RunOptions.Paths();
        var state = RunOptions.State();
        var json = new Option<bool>("--json") { Description = "Print it as JSON." };
        var command = new Command("status", HelpTexts.Of("status").About) { paths, state, json };
        command.SetAction(parsed =>
        {
            var folder = Outputs.StateFolder(RunInputs.Settings(parsed.GetValue(paths) ?? []), parsed.GetValue(state));
            var look = StateLook.Of(folder) ?? throw new SettingsException(Messages.NoRun(folder));
            Console.Out.Write(parsed.GetValue(json) ? Json(look) : Text(look, time.GetUtcNow()));
            return ExitStatus.Done;
        });
        return command;
    }

    private static string Text(StateLook look, DateTimeOffset now)
    {
        var (text, headway) = (new StringBuilder(), look.Headway);
        Row(text, "run", Invariant($"{look.Run}, {Is(look, now)}"));
        if (look.IsAtWork) Row(text, "stage", headway.Stage);
        var ends = Messages.Ends(headway.Records, headway.Duplicates, headway.Dropped, headway.Failed);
        Row(text, "documents", $"{Messages.Of(headway)}   {ends}");
        if (headway.Unchanged > 0) Row(text, "unchanged", Invariant($"{headway.Unchanged}   {Messages.TakenOver}"));
        if (look.IsAtWork && headway.Rate > 0) Row(text, "rate", Messages.Rate(headway));
        if (look.IsAtWork && headway.TimeLeft is { } left) Row(text, "time left", "about " + Messages.Duration(left));
        return text.ToString();
    }

    private static string Is(StateLook look, DateTimeOffset now) =>
        look.IsAtWork ? Messages.AtWork(look.Began, now) : look.Headway.Stage == Headway.End ? Messages.CameToItsEnd(look.Noted) : Messages.Stopped(look.Noted);

    private static string Json(StateLook look) => JsonText.Of(json =>
    {
        var headway = look.Headway;
        json.WriteNumber("run", look.Run);
        json.WriteString("began", look.Began.UtcDateTime);
        json.WriteString("seen", look.Noted.UtcDateTime);
        json.WriteBoolean("atWork", look.IsAtWork);
        json.WriteString("stage", headway.Stage);
        if (headway.Total is { } total) json.WriteNumber("documents", total);
        else json.WriteNull("documents");
        json.WriteBoolean("expected", headway.IsExpected);
        foreach (var (name, count) in new[] { ("ended", headway.Done), ("unchanged", headway.Unchanged), ("withRecords", headway.Records), ("duplicates", headway.Duplicates), ("dropped", headway.Dropped), ("failed", headway.Failed) })
            json.WriteNumber(name, count);
        json.WriteNumber("documentsPerSecond", Math.Round(headway.Rate, 3));
        json.WriteNumber("megabytesPerSecond", Math.Round(headway.MegabytesPerSecond, 3));
        if (headway.TimeLeft is { } left) json.WriteNumber("secondsLeft", Math.Round(left.TotalSeconds));
        else json.WriteNull("secondsLeft");
    }) + "\n";

    private static void Row(StringBuilder text, string name, string value) => text.Append(CultureInfo.InvariantCulture, $"  {name,-15}{value}\n");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
