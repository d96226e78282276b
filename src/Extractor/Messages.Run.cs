using System.Globalization;

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
}
