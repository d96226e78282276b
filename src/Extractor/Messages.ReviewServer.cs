using System.Globalization;

namespace Extract;

/// <summary>What the server of the review page says.</summary>
internal static partial class Messages
{
    public static string Reviewing(string address, string? token) =>
        $"extract: review: open {address}{(token is null ? "" : "/?token=" + token)} in a browser. Ctrl-C ends it; every decision that the page shows as saved is on the disk.";

    public static string NoAddressToListen(string address) => $"“{address}” is no address of a machine. Write one as 127.0.0.1, 0.0.0.0 (all of this machine) or ::1.";

    public static string NeedsTls(string address) => $"{address} can be reached from other machines: give a certificate (“review: certificate” and “key”), or put a proxy in front that names the reviewer (“review: proxyHeader” and “proxies”).";

    public static string TokenIsShort(int least) => string.Create(CultureInfo.InvariantCulture, $"the token must have {least} characters or more: whoever guesses it can decide. Leave it out, and one is made and printed.");

    public static string KeyAlone => "a key needs its certificate (“review: certificate”)";

    public static string NoCertificate(string file, Exception e) => $"{file} has no certificate with its key in PEM that can be used: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}.";

    public static string NoHeaderName(string name) => $"“{name}” is no name of a header. Write one as X-Remote-User.";

    public static string NeedsProxies(string address) => $"{address} can be reached from other machines, and who comes past the proxy could name any reviewer: say from which addresses the proxy connects (“review: proxies: [10.0.0.5]”), or listen on 127.0.0.1 for a proxy on this machine.";

    public static string NoProxyAddress(string name) => $"“{name}” is neither an address nor a network. Write one as 10.0.0.5 or 10.0.0.0/24.";

    public static string ProxiesAlone => "these need the header by which the proxy names the reviewer (“review: proxyHeader”)";

    public static string NotFromProxy(string from) => $"Open the page at the proxy's address: {from} is none of “review: proxies”.";

    public static string NoDecisionIn(string file, long start) => string.Create(CultureInfo.InvariantCulture, $"extract: {file}: what begins at byte {start} is no decision, and is left out. Take the line out, or restore the file from version control.");

    public static string NoRecordAt(long start) => string.Create(CultureInfo.InvariantCulture, $"extract: review: a line of the records, at byte {start}, is no record, and is left out with any other that is none. Run “extract” again; it writes the file anew.");

    public static string IndexDamaged(string path) => $"extract: {path}: is damaged, and is made anew; no decision is in it alone.";

    public static string IndexGone(string path) => $"extract: {path}: is gone, and is made anew.";

    public static string IndexWaits(string path, string why) => $"extract: {path}: cannot be brought up to date now: {why.ReplaceLineEndings(" ").TrimEnd('.')}. It is tried again each second.";

    public static string IndexIsRemade => "The index was damaged and is made anew. Wait a moment, and load the page again.";

    public static string IndexIsBusy => "The index cannot be read now. Wait a moment, and try again.";

    public static string RequestFailed(string method, string path, Exception e) =>
        $"extract: review: {method} {path} failed: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Please report this line in the project's issues, with what was done on the page.";

    public static string ServerFailed => "The server failed at this, and its window says why. Load the page again; what was shown as saved is on the disk.";

    public static string TooMuchAtOnce => "This is more than the server takes at once. Decide on fewer records at a time.";

    public static string SheetTooLarge(long most) => string.Create(CultureInfo.InvariantCulture, $"The table has more than {most:N0} bytes. Export fewer records at a time, by a search or a filter, or leave only the changed rows in it.");

    public static string NoSuchView(string view) => $"There is no view “{view}”. Choose open, all, settled, unsure, differences or again.";

    public static string NoSuchRecord => "There is no such record, or it is not indexed yet. Load the page again.";

    public static string NoOriginal => "The page as it was fetched is not at hand: it was not kept, or has changed since.";

    public static string WhoAreYou => "Who decides is not known. Write your name first.";

    public static string HeldBy(string reviewer) => $"{reviewer} is at this record now. Take the next one; what {reviewer} leaves undone comes back.";

    public static string DecidedMeanwhile(string? by) => $"{by ?? "Somebody"} decided on this record since it was shown, or took a decision back. Look at it again before you decide; nothing was saved.";

    public static string MadeAnew => "The record has changed since you opened it: a run has made it anew. Look at it again before you decide; nothing was saved.";

    public static string WentInto(string title) => $"“{title}” went into another record when the two were merged, and is none any more. Take that merge back first, or merge with what took it in.";

    public static string DecisionsAreTaken(string path) => $"somebody else is writing decisions now, and holds {path}. Try again in a moment; where nobody does, end the program that holds it";

    public static string DecidedSince(string by, string title) => $"{by} has decided since on what this made (“{title}”). Take that back first.";

    public static string NothingToUndo => "There is no such decision, or it was taken back before.";

    public static string OpenWithToken => "Open the address with its token first, as the server printed it: …/?token=…";

    public static string NotThroughProxy(string header) => $"This request did not come through the proxy: {header} does not name the reviewer.";

    public static string NoSuchOffer => "What was offered is not there any more: those records were decided on meanwhile, or somebody is at them. Nothing was saved.";

    public static string NoTextBetween => "The two cannot be merged: the document's text between them is not at hand. Run “extract” again; it reads the document.";

    public static string NoRules => "There are no labelling rules beside this page.";
}
