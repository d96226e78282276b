using System.Globalization;

namespace Extract;

/// <summary>What <c>review</c> says.</summary>
internal static partial class Messages
{
    public static string TextChanged(string by, string day) => $"The text has changed since {by} decided on {day}. Does the decision still hold?";

    public static string StillHolds(string by) => $"yes: what {by} decided";

    public static string HoldsNoMore => "no: what the program says now";

    public static string NoDecision(string why) => $"this is no decision: {why.ReplaceLineEndings(" ").TrimEnd('.')}. Take the line out, or restore the file from version control.";

    public static string LineIsCut(string file, int line) => string.Create(CultureInfo.InvariantCulture, $"extract: {file}:{line}: this last line is cut off. It is left out: what was never whole was never confirmed.");
    public static string BatchIsCut(string file, int line, int have, int of) => BatchIsCut(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}"), have, of);

    public static string BatchIsCutAt(string file, long start, int have, int of) => BatchIsCut(string.Create(CultureInfo.InvariantCulture, $"{file}: byte {start}"), have, of);

    private static string BatchIsCut(string where, int have, int of) => string.Create(CultureInfo.InvariantCulture,
        $"extract: {where}: of {of} decisions that were made at once only {have} are there: whoever wrote them was cut off before they were confirmed, and they are left out. Take their lines out, or restore the file from version control.");

    public static string DecisionIsNoJson => "it is no JSON";

    public static string DecisionLacks => "“by”, “at” (a time), “status”, “changes” (a list) or “record” is missing, or is not what it should be";

    public static string DecisionStatus(string status) => $"its status is “{status}”, none of reviewed, rejected, open, unsure, undone";

    public static string ChangesMakeNoRecord(string why) => $"what its changes make is no record: {why}";

    public static string ChangeDoesNotFit(string operation, string path) => $"its change “{operation} {path}” does not fit the record";

    public static string NothingToReview(string path) => $"{path}: there are no records to review. Run “extract” first; “publish: jsonl” names the file.";

    public static string NoRecord(string why) => $"this is no record: {why.ReplaceLineEndings(" ").TrimEnd('.')}. Run “extract” again; it writes the file anew.";

    public static string CannotListen(int port) => string.Create(CultureInfo.InvariantCulture, $"port {port} of this machine is taken or forbidden. Name another with --port, or 0 for any free one.");

    public static string NoDecisionHere => "This is no decision. Load the page again.";

    public static string TitleMissing => "The title is empty. Write what the event is called.";

    public static string NoSuchRole(string role) => $"There is no role “{role}”. Choose one of the list.";

    public static string NoDay(string words) => $"“{words}” has neither a first nor a last day. Write one as 2018-06-01, or remove the date.";

    public static string NoSuchDay(string words) => $"“{words}” is no day. Write it as 2018-06-01.";

    public static string NoSuchTime(string words) => $"“{words}” is no time of day. Write it as 09:30 or 21:00.";

    public static string EndsBeforeItBegins(string words) => $"“{words}” ends before it begins. Change one of the days.";

    public static string DeadlineIsADay(string words) => $"“{words}” is a deadline and has not one day. Write its day into both fields, or choose another role.";

    public static string NoSuchStatus(string status) => $"There is no status “{status}”. Choose scheduled, postponed or cancelled.";

    public static string NoCountry(string country) => $"“{country}” is no country code. Write two capitals, as in HR.";

    public static string NameMissing => "A name or label is empty. Write it, or remove the value.";

    public static string NotFromThisPage => "This page is not from the server that runs now. Load the page again.";

    public static string SplitOff(string title, string by) => $"{by} split “{title}”. Is the rest of this part right?";

    public static string MergedOf(string first, string second, string by) => $"{by} merged “{first}” and “{second}”. Is the rest right?";

    public static string CutThrough(string words) => $"The cut goes through “{words}”. Cut before or after it, or remove that value first.";

    public static string CutsOutside => "A cut is not inside the announcement, or two are at the same place. Cut between its first and its last word.";

    public static string PartIsEmpty => "A part would have no words. Cut between words.";

    public static string NotOfOneDocument => "These two are not of one document. Merge an announcement with the one before or after it.";

    public static string NoNeighbours => "The text between these two is not known, or they overlap. Merge an announcement with the one before or after it.";

    public static string InTwoColumns(string value) => $"“{value}” stands in two columns. Leave it in one: it has one role.";

    public static string TookRole(string value, string from, string to) => $"{value}: {from} → {to}";

    public static string Became(string label, string? from, string? to) => (from, to) switch
    {
        (null, _) => $"{label} added: {to}",
        (_, null) => $"{label} removed: {from}",
        _ => $"{label} {from} → {to}",
    };

    public static string Nothing => "nothing";

    public static string SaysNowOf(string label) => $"{char.ToUpperInvariant(label[0])}{label[1..]}: ";

    public static string SaysNow(string label, string by, string day, string decided, string now) => $"{SaysNowOf(label)}{by} decided “{decided}” on {day}, and the program says “{now}” now. Which is right?";

    public static string NameAlike(int count, string words, string from, string to) => $"“{words}” is {from} in {Others(count)}. Make it {to} there too?";

    public static string RoleAlike(int count, string words, string from, string to) => $"“{words}” is {from} in {Others(count)} of this source. Make it {to} there too?";

    public static string RemoveAlike(int count, string words) => $"“{words}” stands in {Others(count)} for the same. Remove it there too?";

    public static string OrderAlike(int count, string words, string from, string to) => $"“{words}” was read as {from} and is {to}; so are dates in {Others(count)} of this source. Turn day and month round there too?";

    public static string YearAlike(int count, int from, int to) => string.Create(CultureInfo.InvariantCulture, $"The year {from} was inferred in {Others(count)} of this document. Make it {to} there too?");

    public static string YearAlikeInSource(int count, int from, int to) => string.Create(CultureInfo.InvariantCulture, $"The year {from} was inferred in {Others(count)} of other documents of this source. Make it {to} there too?");

    public static string TypeAlike(int count, string title, string from, string to) => $"“{title}” is of type {from} in {Others(count)} of this source. Make it {to} there too?";

    public static string TopicsAlike(int count, string title, string from, string to) => $"“{title}” has the topics {from} in {Others(count)} of this source. Make them {to} there too?";

    public static string RejectAlike(int count, string title) => $"“{title}” is the title of {Others(count)} of this source. Reject them too?";

    public static string MergeAlike(int count, string title, bool isAfter) => $"“{title}” stands alone in {Others(count)} of this source. Merge it with the record {(isAfter ? "after" : "before")} it there too?";

    public static string Two(string one, string other) => $"“{one}” and “{other}”";

    private static string Others(int count) => count == 1 ? "1 other open record" : string.Create(CultureInfo.InvariantCulture, $"{count} other open records");

    public static string SheetHasNoId => "The table has no column “id”. Export one from the review page, and keep its first row.";

    public static string SheetQuotes(int line) => string.Create(CultureInfo.InvariantCulture, $"The quotation marks of the table do not match near line {line}. Save it as CSV from the spreadsheet again.");

    public static string SheetNoRecord(string id) => $"There is no record “{id}”. Export the table again, or take the row out.";

    public static string SheetTwice => "The record stands in an earlier row too. Leave it in one.";

    public static string SheetChangedSince => "The record has changed since the table was exported. Export it again and repeat the correction.";

    public static string SheetUnsure => "The row says unsure, and corrects values. Write accept, or take the corrections back.";

    public static string SheetNoteAlone => "The row has a note and no decision. Write accept, reject or unsure.";

    public static string SheetNoDecision(string word) => $"“{word}” is no decision. Write accept, reject or unsure, or leave it empty.";

    public static string SheetNoLabel(string label) => $"There is no label “{label}”. Choose one of the lists of types and topics.";

    public static string OrderChanged => "the order of values";

    public static string SheetDecides(string status) => status switch { "reviewed" => "accept", "rejected" => "reject", _ => "cannot tell" };

    public static string SheetNote(string note) => $"note: {note}";
}
