using System.Globalization;

namespace Extract;

/// <summary>
/// The sentences that a user sees, each with what to do. Form: <c>extract: WHERE: what happened. What to do.</c>; configuration:
/// <c>file:line:column: …</c>. Help texts stand in <see cref="Commands.HelpTexts"/>;
/// what is told of one document stands beside its stage (<c>FetchFaults</c>, <c>ReadFaults</c>, <c>ContainerFaults</c>, the <c>Questions</c>),
/// what is wrong in a rule file beside what reads it (<c>Rules</c>).
/// </summary>
internal static partial class Messages
{
    // ---- the command line

    public static string Line(string what) => $"extract: {what}";

    public static string WrongUse(string what, string command) => $"{what} See “{command} --help”.";

    public static string UnknownCommand(string name, string hint) => $"there is no command or option “{name}”. {hint}";

    public static string TooMany(string argument) => $"“{argument}” is more than it takes.";

    public static string NoNumber(string option, int least, int most, string found) =>
        $"{option}: {Expected(most == int.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"a whole number of {least} or more") : WholeNumber(least, most), found)}";

    public static string WholeNumber(int least, int most) => string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");

    public const string EmptyPath = "a path of the command line is empty, as a variable that is not set gives it. Name a file, a folder, a pattern or an address.";

    public static string NoSuchPath(string path) => $"{path}: there is no such file or folder. Check the path.";

    public static string HoldsSeveral(string path, string shown, IEnumerable<string> others, bool more) =>
        $"{path}: it holds several documents; this is {shown}. To see another, name it: {string.Join(", ", others.Select(name => $"'{name}'"))}{(more ? ", …" : ".")}";

    public static string OneDocument(string path) => $"{path}: it is a folder. Name one document in it; “extract run {path}” does all.";

    public static string CannotWrite(string path, Exception e) => $"{path}: it cannot be written: {Reason(e)} Nothing of it was changed; mend that and run again.";

    public static string CannotWriteOutput(Exception e) => $"standard output: it cannot be written: {Reason(e)} Mend that and run again.";

    public static string LaterStage(string stage) =>
        $"pipe ends at score: “{stage}” needs all documents at once. Give --until read, tag, split, resolve or score; “extract run” does the rest.";

    public static string Interrupted => "interrupted. What is done is kept; the same command goes on from there.";

    public static string OurFault(Exception e) =>
        $"a fault of ours: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")} Please report it with the command and this line in the project's issues; with --verbose before the command it shows where it happened.";

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

    public static string SumsDisagree => "the ledger's sums do not agree";

    public static string MoreFailures(int more, string ledger) => string.Create(CultureInfo.InvariantCulture, $"and {more} more failed; all stand in {ledger}.");

    public static string NothingAccepted(double error, double least) => string.Create(CultureInfo.InvariantCulture,
        $"these models do not bear acceptError: {error:0.###} yet, only {Math.Ceiling(least * 1000) / 1000:0.###} and more; reviewed records and “extract train” lower it");

    // ---- score

    public static string WhichBody(string acronym, int count) => string.Create(CultureInfo.InvariantCulture, $"Which body is “{acronym}”? The text does not say it in full, and {count} are known by these letters.");

    public static string NotSureEnough(string ask, IEnumerable<(string Name, double Probability)> fields, double confidence, double needed) => string.Create(CultureInfo.InvariantCulture,
        $"{ask} It waits because no field is doubtful by itself and the whole is not sure enough: {string.Join(", ", fields.Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Name} {field.Probability:0.00}")))}; together {confidence:0.000}, and {(needed > 1 ? "no confidence bears this acceptError yet" : string.Create(CultureInfo.InvariantCulture, $"{needed:0.000} is needed"))}.");

    // ---- check

    public static string Checked(string what, string result) => $"{what}: {result}";

    public static string DefaultsHold => "not there; the defaults hold";

    public static string IsRight => "is right";

    public static string ModelsAreRight(string fingerprint) => $"are right; the fingerprint is {fingerprint}";

    public static string CheckedRules(string file, int rules, int examples, int failed) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}: {rules} rules, {examples} examples, {(failed == 0 ? "all as they should be" : $"{failed} not as they should be")}");

    public static string UnusedList(string list) => $"lists/{list}.tsv: no rule uses it; the program itself may";

    // ---- pipe

    public static string NoSuchStage(string name, string hint, string option = "--until") => $"{option}: there is no stage “{name}”. {hint}";

    public static string NotJson(string why) => $"it is no JSON object: {why} Write one document a line: {{\"id\": \"…\", \"text\": \"…\"}}.";

    public static string Utf16 => "the line is not UTF-8; it looks like UTF-16. Convert the input (iconv -f UTF-16 -t UTF-8), and give that.";

    public static string MissingId => "“id” is missing. Every document needs one, as a text.";

    public static string EmptyId => "“id” is empty. Every document needs one of its own.";

    public static string NotUtf8(int at) => string.Create(CultureInfo.InvariantCulture, $"the line is not UTF-8 (at byte {at}). Write the input as UTF-8.");

    public static string LineTooLong(int most) => string.Create(CultureInfo.InvariantCulture, $"the line is longer than {most:N0} bytes. Split it, or raise 'read: maxBytes'.");

    public static string OneOfTextAndHtml => "exactly one of “text” and “html” is needed.";

    public static string NoTextAmong(IEnumerable<string> names) => $"{OneOfTextAndHtml} The line has {(string.Join(", ", names.Take(8).Select(name => $"“{name}”")) is { Length: > 0 } some ? "only " + some : "nothing")}.";

    public static string NotAText(string field) => $"“{field}” is not a text. Write it in quotes.";

    public static string NotADay(string text) => $"“published” is not a day: “{text}”. Write it as 2018-06-01.";

    public static string BrokenCharacter(string field) => $"“{field}” holds half of a surrogate pair, which is no character.";
}
