using System.CommandLine;
using Extract.Commands.Evaluating;

namespace Extract.Commands;

/// <summary><c>extract evaluate</c>: how right the program is, measured against gold.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var gold = new Argument<string[]>("GOLD") { Description = "Folders or files of gold (corpus/test).", Arity = ArgumentArity.ZeroOrMore };
        var folds = Numbers.Option("--folds", 2, "Learn everything anew for each of N parts, from the others; a source is never on both sides.", 100);
        var share = Numbers.Option("--share", 1, "With --folds: learn from only so many percent of the other parts, drawn by the documents' ids.", 100);
        var html = new Option<bool>("--html") { Description = "The records were made from pages: compare words and values, not offsets." };
        var several = new Option<bool>("--several") { Description = "Only documents with more than one announcement." };
        var only = new Option<string?>("--only") { Description = "Only gold files whose path contains this.", HelpName = "PART" };
        var misses = new Option<string?>("--misses") { Description = "List what of a field was missed or wrongly found: event-dates, venues, topics, …", HelpName = "FIELD" };
        var json = new Option<bool>("--json") { Description = "The figures as one JSON object on standard output." };
        var gate = new Option<bool>("--gate") { Description = "Fail where a figure lies below its floor (floors.json beside the gold folder)." };
        var raise = new Option<bool>("--raise") { Description = "With --gate: raise the floors to what was measured." };
        var lower = new Option<bool>("--lower") { Description = "With --gate --raise: lower them too, or pin a changed corpus." };
        var against = new Option<string?>("--against") { Description = "List what changed since these records of another build.", HelpName = "RECORDS" };
        var records = new Option<string?>("--records") { Description = "Judge these records (JSON lines, or a folder of gold) and make none.", HelpName = "RECORDS" };
        var save = new Option<string?>("--save") { Description = "Write the records that were judged, as JSON lines.", HelpName = "FILE" };
        var report = new Option<string?>("--report") { Description = "Write the figures with diagrams and the worst mistakes as a self-contained HTML page.", HelpName = "FILE" };
        var config = Loading.Config();
        var command = new Command("evaluate", HelpTexts.Of("evaluate").About) { gold, folds, share, html, several, only, misses, json, gate, raise, lower, against, records, save, report, config };
        command.SetAction((parsed, cancellation) => Task.FromResult(new Evaluation(
            new()
            {
                Gold = parsed.GetValue(gold) is { Length: > 0 } named ? named : ["corpus/test"],
                Folds = parsed.GetValue(folds) ?? 0,
                Share = parsed.GetValue(share),
                Html = parsed.GetValue(html),
                Several = parsed.GetValue(several),
                Only = parsed.GetValue(only),
                Misses = parsed.GetValue(misses),
                Json = parsed.GetValue(json),
                Gate = parsed.GetValue(gate),
                Raise = parsed.GetValue(raise),
                Lower = parsed.GetValue(lower),
                Against = parsed.GetValue(against),
                Records = parsed.GetValue(records),
                Save = parsed.GetValue(save),
                Report = parsed.GetValue(report),
            },
            Loading.Settings(parsed.GetValue(config)), Console.Out, Console.Error, cancellation).Run()));
        return command;
    }
}
