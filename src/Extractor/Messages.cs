using System.Globalization;

namespace Extract;

/// <summary>
/// Every sentence that a user can see, each with what to do. Form: <c>extract: WHERE: what happened. What to do.</c>; configuration:
/// <c>file:line:column: …</c>. Help texts stand in <see cref="Commands.HelpTexts"/>.
/// </summary>
internal static class Messages
{
    // ---- pipeline.yml

    public static string At(string file, int line, int column, string what) => string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{column}: {what}");

    public static string UnknownKey(string section, string name, string hint) =>
        section.Length == 0 ? $"there is no section “{name}”. {hint}" : $"{section}: there is no key “{name}”. {hint}";

    public static string UnknownName(string key, string name, string hint) => $"{key}: “{name}” cannot be named here. {hint}";

    public static string Expected(string what) => $"{what} is expected here.";

    public static string Expected(string what, string found) => $"{what} is expected here, not “{found}”.";

    public static string ExpectedSection(string section) => section.Length == 0
        ? "a pipeline file holds sections such as “fetch:”, each with keys below it. “extract init .” writes one."
        : $"{section}: keys are expected here, each on a line of its own as “key: value”.";

    public static string NoSuchSource(string source) => $"fetch: sources: there is no file or folder “{source}”. Mend the path, or take it out.";

    public static string OutputIsFolder(string output) => $"{output} is a folder. Name a file in it.";

    public static string OutputTwice(string output, string other) => $"{output} is where {other} goes. Give each a file of its own.";

    public static string OutputIsSource(string output) => $"{output} is a source, and the run would write over it. Name another file.";

    public static string OutputNotOurs(string output) => $"{output} is there already, and this program did not write it. Move it away, or name another file.";

    public static string FolderIsFile(string folder) => $"“{folder}” is a file. Name a folder.";

    public static string FolderHoldsSource(string folder, string source) => $"“{folder}” holds the source “{source}”. Name a folder of its own.";

    public static string FolderHoldsOutput(string folder, string output) => $"“{folder}” holds {output}. Name a folder of its own.";

    public static string NoLanguage(string code, string? meant) =>
        $"“{code}” is no language code (ISO 639-1). {(meant is null ? "Write two small letters, such as en, fr or hr." : $"Did you mean “{meant}”?")}";

    public static string NoAddress(string address) => $"“{address}” is no web address. Write it as https://host/path.";

    public static string HeaderTwice(string name) => $"the header “{name}” stands twice. Keep one of them.";

    public static string NoVariableNamed => "${} names no variable of the environment. Write ${NAME}.";

    public static string NothingMatches(string source) => $"fetch: sources: nothing matches “{source}”. Mend the pattern (* stands for anything in a name, ** for any folders), or take it out.";

    public static string NoMatch(string path) => $"{path}: nothing matches it. Mend the pattern: * stands for anything in a name, ** for any folders.";

    public static string NoSuchVariable(string name) => $"${{{name}}} is not set in the environment. Set it (export {name}=…), or write the value here.";

    public static string CannotReadSettings(string path, Exception e) => e is FileNotFoundException or DirectoryNotFoundException
        ? $"{path}: there is no such pipeline file. Name another, or write one by “extract init .”."
        : $"{path}: it cannot be read: {Reason(e)} Mend that and run again.";

    // ---- the command line

    public static string Line(string what) => $"extract: {what}";

    public static string WrongUse(string what, string command) => $"{what} See “{command} --help”.";

    public static string UnknownCommand(string name, string hint) => $"there is no command or option “{name}”. {hint}";

    public static string TooMany(string argument) => $"“{argument}” is more than it takes.";

    public static string NoNumber(string option, int least, int most, string found) =>
        $"{option}: {Expected(most == int.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"a whole number of {least} or more") : WholeNumber(least, most), found)}";

    public static string WholeNumber(int least, int most) => string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");

    public static string NoSuchPath(string path) => $"{path}: there is no such file or folder. Check the path.";

    public static string OneDocument(string path) => $"{path}: it is a folder. Name one document in it; “extract run {path}” does all.";

    public static string CannotWrite(string path, Exception e) => $"{path}: it cannot be written: {Reason(e)} Nothing of it was changed; mend that and run again.";

    public static string CannotWriteOutput(Exception e) => $"standard output: it cannot be written: {Reason(e)} Mend that and run again.";

    public static string LaterStage(string stage) =>
        $"pipe ends at score: “{stage}” needs all documents at once. Give --until read, tag, split, resolve or score; “extract run” does the rest.";

    public static string Interrupted => "interrupted. What is done is kept; the same command goes on from there.";

    public static string OurFault(Exception e) =>
        $"a fault of ours: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")} Please report it with the command and this line in the project's issues; --verbose shows where it happened.";

    /// <summary>Why the system refused, as one short sentence without a path.</summary>
    public static string Reason(Exception e) => e switch
    {
        _ when IsDiskFull(e) => "the disk is full.",
        UnauthorizedAccessException => "access is denied.",
        FileNotFoundException => "there is no such file.",
        DirectoryNotFoundException => "there is no such folder.",
        _ => e.Message.ReplaceLineEndings(" ").TrimEnd('.') + ".",
    };

    // ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows, ENOSPC and EDQUOT of Unix.
    private static bool IsDiskFull(Exception e) => e is IOException && (e.HResult & 0xFFFF) is 0x70 or 0x27 or 28 or 122;

    public static string NotRegular => "it is not a regular file (a pipe, a socket or a device), and is not opened.";

    public static string SaveAsFile => "Save what it gives as a file, or take it out of the sources.";

    // ---- init

    public static string AlreadyThere(string path) => $"{path}: it is there already. Edit it, or move it away first.";

    public static string NothingToRead(string path) => $"{path}: there is nothing to read in it. Name a folder that holds pages or texts.";

    public static string Wrote(string path, int sources) => string.Create(CultureInfo.InvariantCulture,
        $"{path}: written, with {sources} source{(sources == 1 ? "" : "s")}. Look it over, then run “extract run {path}”.");

    // ---- run

    public static string AnotherRun(string folder) => $"{folder}: another run is at work with this state. Wait for it, or give --state another folder.";

    public static string StateUnusable(string path, bool full, string why) => full
        ? $"{path}: it cannot be written: the disk is full. What was done is kept; make room and run again."
        : $"{path}: the state cannot be used: {why.ReplaceLineEndings(" ").TrimEnd('.')}. Delete it; the next run does the work again, and no decision is lost.";

    public static string SumsDisagree => "the ledger's sums do not agree";

    public static string MoreFailures(int more, string ledger) => string.Create(CultureInfo.InvariantCulture, $"and {more} more failed; all stand in {ledger}.");

    public static string Progress(int done, int known, int failed, double rate) =>
        string.Create(CultureInfo.InvariantCulture, $"{done} of {known} documents so far, {failed} failed, {rate:0.00} MB/s");

    public static string NothingAccepted(double error, double least) => string.Create(CultureInfo.InvariantCulture,
        $"these models do not bear acceptError: {error:0.###} yet, only {Math.Ceiling(least * 1000) / 1000:0.###} and more; reviewed records and “extract train” lower it");

    // ---- score

    public static string NotSureEnough(string ask, IEnumerable<(string Name, double Probability)> fields, double confidence, double needed) => string.Create(CultureInfo.InvariantCulture,
        $"{ask} It waits because no field is doubtful by itself and the whole is not sure enough: {string.Join(", ", fields.Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Name} {field.Probability:0.00}")))}; together {confidence:0.000}, and {needed:0.000} is needed.");

    // ---- check

    public static string Checked(string what, string result) => $"{what}: {result}";

    public static string CheckedRules(string file, int rules, int examples, int failed) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}: {rules} rules, {examples} examples, {(failed == 0 ? "all as they should be" : $"{failed} not as they should be")}");

    public static string UnusedList(string list) => $"lists/{list}.tsv: no rule uses it; the program itself may";

    // ---- review

    public static string TextChanged(string by, string day) => $"The text has changed since {by} decided on {day}. Does the decision still hold?";

    public static string NoDecision(string why) => $"this is no decision: {why.ReplaceLineEndings(" ").TrimEnd('.')}. Take the line out, or restore the file from version control.";

    public static string NothingToReview(string path) => $"{path}: there are no records to review. Run “extract” first; “publish: jsonl” names the file.";

    public static string NoRecord(string why) => $"this is no record: {why.ReplaceLineEndings(" ").TrimEnd('.')}. Run “extract” again; it writes the file anew.";

    public static string CannotListen(int port) => string.Create(CultureInfo.InvariantCulture, $"port {port} of this machine is taken. Name another with --port, or 0 for any free one.");

    public static string Reviewing(string address, int waiting) =>
        string.Create(CultureInfo.InvariantCulture, $"extract: review: open {address} in a browser; {waiting} records wait. Ctrl-C ends it; every decision that the page shows as saved is on the disk.");

    public static string NotWaiting => "This record does not wait any more. Load the page again.";

    public static string NoDecisionHere => "This is no decision. Load the page again.";

    public static string TitleMissing => "The title is empty. Write what the event is called.";

    public static string NoSuchRole(string role) => $"There is no role “{role}”. Choose one of the list.";

    public static string NoDay(string words) => $"“{words}” has neither a first nor a last day. Write one as 2018-06-01, or remove the date.";

    public static string NoSuchDay(string words) => $"“{words}” is no day. Write it as 2018-06-01.";

    public static string EndsBeforeItBegins(string words) => $"“{words}” ends before it begins. Change one of the days.";

    public static string NoCountry(string country) => $"“{country}” is no country code. Write two capitals, as in HR.";

    public static string NameMissing => "A name or label is empty. Write it, or remove the value.";

    public static string NotFromThisPage => "This page is not from the server that runs now. Load the page again.";

    // ---- evaluate and train

    public static string OnlyWith(string option, string with) => $"{option} means nothing without {with}.";

    public static string NotWith(string option, string other) => $"{option} and {other} exclude each other. Leave one out.";

    public static string GateIsWhole => "--gate holds one whole folder of gold to its floors. Leave out --folds, --several, --html, --only and further folders.";

    public static string NoGold(string paths) => $"{paths}: there is no gold in it. Name a folder that holds *.json with “announcements”.";

    public static string NotGold(Exception e) => $"{e.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Mend the file, or leave it out.";

    public static string NotRecords(Exception e) => $"{e.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Give the lines that “extract pipe” or “extract run” wrote.";

    public static string NoModels(Exception e) => $"{e.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Make the models anew by “extract train”.";

    public static string UnknownField(string field, IEnumerable<string> fields) => $"--misses: there is no field “{field}”. Give one of: {string.Join(", ", fields)}.";

    public static string OneSource => "--folds: all of the gold is of one source, and a source is never on both sides. Add gold of other sources.";

    public static string FoldBegins(int fold, int folds) => string.Create(CultureInfo.InvariantCulture, $"fold {fold} of {folds}: everything is learned anew from the other sources");

    public static string SeenInTraining(int seen, int all, string first) => string.Create(CultureInfo.InvariantCulture,
        $"{seen} of these {all} documents (“{first}” …) are among those that the models were learned from: the figures flatter. Use --folds 5, or other gold.");

    public static string Evaluated(int documents, int announcements, int sources, int folds) => string.Create(CultureInfo.InvariantCulture,
        $"{documents} documents, {announcements} labelled announcements, {sources} sources; ") + (folds > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Min(folds, sources)} folds by source, everything that is learned refitted in each.") : "models as they are.");

    public static string BelowFloor(string name, double floor, double figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} is {figure:0.000}, below its floor of {floor:0.000}.");

    public static string GateFailed(string file) => $"{file}: the gate does not hold. Mend what made it worse (--against lists what changed); --gate --raise --lower sets the floors to what was measured.";

    public static string OtherCorpus(string file) => $"{file}: the corpus is not the one that the floors were measured on. Restore it, or pin it anew by --gate --raise --lower.";

    public static string NoFloors(string file) => $"{file}: there are no floors. Set them by --gate --raise.";

    public static string FloorsSet(string file) => $"{file}: written.";

    public static string NothingToLearnFrom => "there is nothing to learn from: no gold was named, and no record is reviewed yet. Name a folder of gold, or decide on records by “extract review”.";

    public static string FewToLearnFrom(int announcements) => string.Create(CultureInfo.InvariantCulture,
        $"{announcements} announcements are few to learn from: what they do not show stays with the rules. A few hundred from several sources do better.");

    public static string Trained(int models, int documents, int announcements, int reviewed, string into) => string.Create(CultureInfo.InvariantCulture,
        $"{models} models of {documents} documents ({announcements} announcements; {reviewed} reviewed records among them) stand in {into}.");

    public static string HowTrained => "taggers, then what decides over mentions, then confidence, each from what the steps before it say of sources that they have not seen";

    public static string HowMeasured(int folds) => string.Create(CultureInfo.InvariantCulture, $"{folds} folds by source over the same gold, everything that is learned refitted in each");

    // ---- pipe

    public static string NoSuchStage(string name, string hint) => $"--until: there is no stage “{name}”. {hint}";

    public static string NotJson(string why) => $"it is no JSON object: {why} Write one document a line: {{\"id\": \"…\", \"text\": \"…\"}}.";

    public static string MissingId => "“id” is missing. Every document needs one, as a text.";

    public static string EmptyId => "“id” is empty. Every document needs one of its own.";

    public static string NotUtf8(int at) => string.Create(CultureInfo.InvariantCulture, $"the line is not UTF-8 (at byte {at}). Write the input as UTF-8.");

    public static string OneOfTextAndHtml => "exactly one of “text” and “html” is needed.";

    public static string NotAText(string field) => $"“{field}” is not a text. Write it in quotes.";

    public static string NotADay(string text) => $"“published” is not a day: “{text}”. Write it as 2018-06-01.";

    public static string BrokenCharacter(string field) => $"“{field}” holds half of a surrogate pair, which is no character.";
}
