using System.Globalization;
using Extract.Run;

namespace Extract;

/// <summary>What a run's ledger and its summary say of documents and records.</summary>
internal static partial class Messages
{
    public static string SameSource(string source) => $"the same source as another input: {source}";

    public static string AnnouncedIn(string? source) => $"announced in {source} already";

    public static string Ends(int records, int duplicates, int dropped, int failed) =>
        string.Create(CultureInfo.InvariantCulture, $"{records} with records, {duplicates} duplicates, {dropped} dropped, {failed} failed");

    public static string TakenOver => "done by an earlier run and taken over";

    public static string InTwoSources(int linked) => string.Create(CultureInfo.InvariantCulture, $"{linked} of them in two sources");

    public static string TriedAgain => "each is named above; they are tried again by the next run";

    public static string DecisionsKept => "on records that this run does not have; they are kept";

    public static string LeftOut => "documents of the run before are none of this run's sources; a run over them brings their records back";

    public static string WhichLanguages => "; which languages are read stands under 'read: languages'";

    public static string StateFull(string path) => $"{path}: it cannot be written: the disk is full. What was done is kept; make room and run again.";

    public static string StateDisk(string path, string why) => $"{path}: the disk does not read or write it: {why}. What was done is kept; mend the disk, or give --state a folder on another.";

    public static string StateReadOnly(string path) => $"{path}: it cannot be written: access is denied. Give write permission to it and its folder, or give --state another folder; what was done is kept.";

    public static string StateBusy(string path) => $"{path}: another program is writing to it. Close that and run again.";

    public static string StateUnusable(string path, string why) => $"{path}: the state cannot be used: {why}. Delete it; the next run does the work again, and no decision is lost.";

    public static string Damaged => "it is damaged or was cut short";

    public static string NotFinished(string folder) => $"{folder}: the last run did not come to its end. “extract run” goes on with it, and takes up again what failed.";

    public static string NoRun(string folder) => $"{folder}: there is no state of a run here. Name the pipeline file whose run is meant, or give --state.";

    public static string Progress(Headway headway)
    {
        if (headway is { Stage: Headway.Publish, File: { } file }) return Invariant($"{headway.Stage}: {file}, {headway.Written} records so far");
        var documents = Of(headway);
        var rate = headway.Stage == Headway.Documents && headway.Rate > 0 ? Invariant($", {Rate(headway)}") : "";
        var left = headway.TimeLeft is { } time ? $", about {Duration(time)} left" : "";
        return Invariant($"{headway.Stage}: {documents} documents so far, {headway.Failed} failed{rate}{left}");
    }

    /// <summary>How many documents of how many; of about how many while not all are listed.</summary>
    public static string Of(Headway headway) => headway.Total is { } total ? Invariant($"{headway.Done} of {(headway.IsExpected ? "about " : "")}{total}") : Invariant($"{headway.Done}");

    public static string Rate(Headway headway) => Invariant($"{headway.Rate:0.0} a second, {headway.MegabytesPerSecond:0.00} MB/s");

    /// <summary>As people say it: no finer than anybody can tell.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => Invariant($"{Math.Max(1, Math.Round(time.TotalSeconds))} s"),
        { TotalMinutes: < 90 } => Invariant($"{Math.Round(time.TotalMinutes)} min"),
        { TotalHours: < 48 } => Invariant($"{(int)time.TotalHours} h {time.Minutes} min"),
        _ => Invariant($"{Math.Round(time.TotalDays)} days"),
    };

    public static string AtWork(DateTimeOffset began, DateTimeOffset now) => $"at work for {Duration(now - began)}";

    public static string CameToItsEnd(DateTimeOffset at) => $"done at {Moment(at)}";

    public static string Stopped(DateTimeOffset at) => $"stopped before its end, last seen at {Moment(at)}; “extract run” goes on from there";

    public static string MayBeMore => "all are not counted yet";

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
