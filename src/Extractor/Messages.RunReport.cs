using Extract.Commands.RunReporting;
using Extract.Run;

namespace Extract;

// What the report of a run says.
internal static partial class Messages
{
    public static string RunReportTitle => "What the run came to";
    public static string SkipContents => "Skip the contents";

    public static string RunReportAbout(string? file, StateLook? look, string? madeBy)
    {
        var of = file is null ? "with the defaults" : $"of {Path.GetFileName(file)}";
        var run = look switch
        {
            null => $"A run {of}.",
            { Headway.Stage: Headway.End } => Invariant($"Run {look.Run} {of}, from {Moment(look.Began)} to {Moment(look.Noted)}."),
            _ => Invariant($"Run {look.Run} {of} has not come to its end: this is what the one before it wrote."),
        };
        return madeBy is null ? run : $"{run} Records made by version {madeBy}.";
    }

    public static string NothingToReport(string path) => $"{path}: there is no such file: no run has come to its end here. Name the pipeline file whose run is meant, or run first.";
    public static string NotOfARun(string path, int line) => Invariant($"{path}:{line}: this line is none that a run writes. “extract run” writes the file anew.");

    public static string LedgerHeading => "Every document";
    public static string Balanced(int documents, int records, int linked, int made) =>
        Invariant($"Every document is accounted for: {documents:N0} documents have one end each. They announce {records + linked:N0} things: {records:N0} records, and {linked:N0} that stand in another document's record.")
        + (made == 0 ? "" : Invariant($" {made:N0} more records were made by people who split others."));
    public static string Unbalanced(int ledger, int records) => Invariant($"The ledger counts {ledger:N0} records and the file holds {records:N0}: the two are not of one run. “extract run” writes both anew.");
    public static string EndsCaption => "Documents by their end";
    public static string StatusCaption => "Records by status";
    public static string EndName(Outcome outcome) => outcome switch { Outcome.Records => "with records", Outcome.Duplicate => "duplicates", Outcome.Dropped => "dropped", _ => "failed" };
    public static string EndMeans(Outcome outcome) => outcome switch
    {
        Outcome.Records => "at least one announcement was found in it",
        Outcome.Duplicate => "it, or all that it announces, stands in another document",
        Outcome.Dropped => "it announces nothing that is kept",
        _ => "it could not be used; “extract retry” takes it up again",
    };

    public static string SettledColumn => "settled";
    public static string WaitingColumn => "for review";
    public static string AllColumn => "all";
    public static string SameAsTable => "The same as a table";
    public static string OtherKeys(int count) => Invariant($"{count:N0} others");
    public static string ColumnSays(string name, int settled, int waiting) => Invariant($"{name}: {settled:N0} settled, {waiting:N0} for review");

    public static string MonthsHeading => "Records by month";
    public static string MonthsAbout(int without, int outside) =>
        Invariant($"The month of the first event date. Settled is what was accepted or reviewed; rejected records are not counted. {without:N0} records have no event date{(outside > 0 ? Invariant($", and {outside:N0} lie before or behind what is drawn") : "")}.");
    public static string CountriesHeading => "Records by country";
    public static string CountriesAbout(int without) => Invariant($"Countries of the venues; a record with venues in two countries counts in both. {without:N0} records have no venue.");
    public static string TopicsHeading => "Records by topic";
    public static string TopicsAbout => "A record counts in each of its topics.";
    public static string TypesHeading => "Records by type of event";
    public static string TypesAbout => "Each record has one type.";
    public static string SourcesHeading => "Records by source";
    public static string SourcesAbout => "The host of a web address, the archive, or the folder of a file.";

    public static string MapHeading => "Map of venues";
    public static string MapAbout(int cities, int unplaced) => Invariant($"{cities:N0} cities where something takes place{(unplaced > 0 ? Invariant($"; {unplaced:N0} venues have no known place") : "")}.");
    public static string MapSays => "The area of a circle is the number of records; cities close to each other are one circle. Outlines: Natural Earth, which shows who is in control and takes no side.";
    public static string MapOf(IReadOnlyCollection<Venue> venues) =>
        Invariant($"Map of {venues.Count:N0} cities; most records: {string.Join(", ", venues.OrderByDescending(venue => venue.Records).ThenBy(venue => venue.Name, StringComparer.Ordinal).Take(5).Select(venue => Invariant($"{venue.Name} {venue.Records:N0}")))}");
    public static string PlaceSays(string name, string? country, int others, int records) =>
        Invariant($"{name}{(country is null ? "" : $", {country}")}{(others > 0 ? Invariant($" and {others:N0} more nearby") : "")}: {records:N0}");
    public static string PlacesTable(int shown, int all) => shown == all ? Invariant($"All {all:N0} cities as a table") : Invariant($"The first {shown:N0} of {all:N0} cities as a table");

    public static string ConfidenceHeading => "Confidence";
    public static string ConfidenceAbout => "The probability that all required fields of a record are right. What is accepted without a person lies above the line that “score: acceptError” draws.";

    public static string FailuresHeading => "Failures";
    public static string FailuresAbout => "Why documents could not be used, and what to do. After that “extract retry” takes them up.";
    public static string FailuresCaption => "Documents that failed";
    public static string FailuresShown(int shown, int all) => shown == all ? Invariant($"All {all:N0} of them") : Invariant($"The first {shown:N0} of {all:N0}; the ledger has all");
    public static string NoFailure => "None: every document could be used.";
    public static string DropsHeading => "Dropped";
    public static string DropsAbout => "Documents that gave no record, by reason.";
    public static string DropsCaption => "Dropped documents";
    public static string NoDrop => "No whole document was dropped.";
    public static string PartsAbout => "Parts that were left out of documents which gave records; the ledger says where each stands.";
    public static string PartsCaption => "Dropped parts";
}
