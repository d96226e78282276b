using System.Collections.Immutable;
using System.Globalization;
using Extract.Fetch.Containers.Rows;
using Extract.Score;

namespace Extract;

/// <summary>One key of pipeline.yml: read by it, written by <c>extract init</c>, and held to the documentation by a test.</summary>
/// <param name="Section">The stage.</param>
/// <param name="Name">The key.</param>
/// <param name="Default">The default as YAML.</param>
/// <param name="Explains">What it does, for a person who does not program.</param>
/// <param name="Apply">The settings with the value of the file.</param>
internal sealed record SettingsKey(string Section, string Name, string Default, string Explains, Func<Settings, SettingsValue, Settings> Apply);

/// <summary>All sections and keys of pipeline.yml, in the order of the file.</summary>
internal static class SettingsKeys
{
    private static readonly Settings Defaults = new();
    private static readonly ImmutableArray<string> Fields = [.. RequiredField.All.Select(field => field.Name)];

    /// <summary>The sections with what they are about: one a stage.</summary>
    public static ImmutableArray<(string Name, string About)> Sections { get; } =
    [
        ("fetch", "where announcements come from"),
        ("read", "how sources are read"),
        ("tag", "what is looked for"),
        ("split", "what counts as an announcement: nothing to tune yet"),
        ("resolve", "how findings are decided: nothing to tune yet"),
        ("score", "what is accepted without a person"),
        ("link", "which records become one"),
        ("review", "where people's decisions stand"),
        ("publish", "where records go"),
    ];

    /// <summary>All keys.</summary>
    public static ImmutableArray<SettingsKey> All { get; } = [.. Fetch(), .. Read(), .. Tag(), .. Score(), .. LinkAndReview(), .. Publish()];

    private static IEnumerable<SettingsKey> Fetch() =>
    [
        Key("fetch", "sources", "[.]", "Files, folders, archives, patterns such as pages/**/*.html, and web addresses of pages and of RSS or Atom feeds. Paths count from this file's folder.",
            (f, v) => f with { Fetch = f.Fetch with { Sources = v.Sources() } }),
        Key("fetch", "skip", "[]", "Names of files in folders and archives that are no sources, and with a slash paths of files: drafts/**. * stands for anything. NAME.gold.json and NAME.meta.json never are.",
            (f, v) => f with { Fetch = f.Fetch with { Skip = v.Texts() } }),
        Key("fetch", "columns", "{}", "Which column of CSV tables and JSON lines is what: id, text, html, url, published, title, as in {text: body}. The usual names are known.",
            (f, v) => f with { Fetch = f.Fetch with { Columns = v.MapOf(Columns.Names) } }),
        Key("fetch", "maxUnpacked", Number(Defaults.Fetch.MaxUnpacked), "The most megabytes that one archive, with all that is packed in it, may unpack to.",
            (f, v) => f with { Fetch = f.Fetch with { MaxUnpacked = v.Whole(1, 1_000_000_000) } }),
        Key("fetch", "maxRatio", Number(Defaults.Fetch.MaxRatio), "The most that an archive may unpack to as a multiple of its size: a bomb is stopped there. Up to ten megabytes are always allowed.",
            (f, v) => f with { Fetch = f.Fetch with { MaxRatio = v.Whole(1, 1_000_000) } }),
        Key("fetch", "maxEntries", Number(Defaults.Fetch.MaxEntries), "The most entries of one archive.",
            (f, v) => f with { Fetch = f.Fetch with { MaxEntries = v.Whole(1, 1_000_000_000) } }),
        Key("fetch", "maxDepth", Number(Defaults.Fetch.MaxDepth), "How many archives may stand in each other; each packing by gzip counts as one.",
            (f, v) => f with { Fetch = f.Fetch with { MaxDepth = v.Whole(1, 100) } }),
        Key("fetch", "timeout", Number(Defaults.Fetch.Timeout), "The longest that one web request may take, in seconds.",
            (f, v) => f with { Fetch = f.Fetch with { Timeout = v.Whole(1, 3600) } }),
        Key("fetch", "retries", Number(Defaults.Fetch.Retries), "How often a web request that failed for a while (timeout, 429, 5xx) is tried again.",
            (f, v) => f with { Fetch = f.Fetch with { Retries = v.Whole(0, 10) } }),
        Key("fetch", "maxPages", Number(Defaults.Fetch.MaxPages), "The most pages that one run takes from the web.",
            (f, v) => f with { Fetch = f.Fetch with { MaxPages = v.Whole(1, 10_000_000) } }),
        Key("fetch", "perHost", Number(Defaults.Fetch.PerHost), "The most requests under way at one host.",
            (f, v) => f with { Fetch = f.Fetch with { PerHost = v.Whole(1, 64) } }),
        Key("fetch", "userAgent", Defaults.Fetch.UserAgent, "How the program names itself to web servers.",
            (f, v) => f with { Fetch = f.Fetch with { UserAgent = v.Text() } }),
        Key("fetch", "headers", "{}", "Headers of every request, such as Authorization: Bearer ${TOKEN}.",
            (f, v) => f with { Fetch = f.Fetch with { Headers = v.Headers() } }),
        Key("fetch", "allowPrivate", "[]", "host:port that may be asked although their address is private (loopback, 10.…, 192.168.…).",
            (f, v) => f with { Fetch = f.Fetch with { AllowPrivate = v.Hosts() } }),
    ];

    private static IEnumerable<SettingsKey> Read() =>
    [
        Key("read", "maxBytes", Number(Defaults.Read.MaxBytes), "A larger source is set aside and listed as failed.",
            (r, v) => r with { Read = r.Read with { MaxBytes = v.Whole(1, 2_000_000_000) } }),
        Key("read", "languages", "[en]", "ISO 639-1 codes; a document that is surely in another language is dropped. [] for any.",
            (r, v) => r with { Read = r.Read with { Languages = v.Languages() } }),
        Key("read", "keepBoilerplate", "false", "Keep navigation, footers and the like of web pages in the text.",
            (r, v) => r with { Read = r.Read with { KeepBoilerplate = v.Flag() } }),
    ];

    private static IEnumerable<SettingsKey> Tag() =>
    [
        Key("tag", "places", "null", "A file of your own names of places, one a line: a name, a tab, and its city as “Geneva, CH”, a GeoNames id, or - where the name is of no place; a hall's or ground's name has a tab and the word venue behind it. They go before the built-in ones; null for none.",
            (t, v) => t with { Tag = t.Tag with { Places = v.TextOrNull() } }),
        Key("tag", "organizations", "null", "A file of your own organizations: a CSV table with the columns name, acronym, aliases, id, type, or a YAML list with such keys; - as type where a name is no organization's. They go before what the program knows and has learned; null for none.",
            (t, v) => t with { Tag = t.Tag with { Organizations = v.TextOrNull() } }),
        Key("tag", "persons", "false", "Put persons who are named with a title (“Mr.”, “Ambassador”) or with what they do (“Rosa Okafor, director”) on the record, with the title and the body that they are said to belong to. They are data about people: see what law says before you keep them.",
            (t, v) => t with { Tag = t.Tag with { Persons = v.Flag() } }),
        Key("tag", "maxTokens", Number(Defaults.Tag.MaxTokens), "A document of more tokens (words and signs) is set aside and listed as failed; extract retry takes it up after this was raised. A book of five hundred pages has as many.",
            (t, v) => t with { Tag = t.Tag with { MaxTokens = v.Whole(1, 100_000_000) } }),
        Key("tag", "maxMentions", Number(Defaults.Tag.MaxMentions), "The same for a document in which more mentions (dates, places, organizations, words of topics) are found: each is a candidate that is weighed against the others.",
            (t, v) => t with { Tag = t.Tag with { MaxMentions = v.Whole(1, 100_000_000) } }),
    ];

    private static IEnumerable<SettingsKey> Score() =>
    [
        Key("score", "require", "[dates.event, cities.venue]", $"What must hold for a record to be accepted without a person: {string.Join(", ", Fields)}.",
            (s, v) => s with { Score = s.Score with { Require = v.Among(Fields) } }),
        Key("score", "acceptError", Number(Defaults.Score.AcceptError), "The share of accepted records in which one of them may be wrong. Smaller sends more to review.",
            (s, v) => s with { Score = s.Score with { AcceptError = v.Real(0, 1) } }),
        Key("score", "askBelow", Number(Defaults.Score.AskBelow), "What is required and less probable becomes a question to the reviewer; a finding of which it is known what to ask (which year, which city) is asked about below 0.9 already.",
            (s, v) => s with { Score = s.Score with { AskBelow = v.Real(0, 1) } }),
        Key("score", "models", Defaults.Models, "The folder that extract train writes. While the usual one, models/, is not there or holds none, the shipped models serve; another that is named must be there.",
            (s, v) => s with { Models = v.Text() }),
    ];

    private static IEnumerable<SettingsKey> LinkAndReview() =>
    [
        Key("link", "duplicates", "true", "The same announcement (title, event dates, venue) in two sources becomes one record, which lists both.",
            (s, v) => s with { Link = s.Link with { Duplicates = v.Flag() } }),
        Key("review", "decisions", Defaults.Review.Decisions, "The folder of people's decisions, one file a reviewer. Keep it under version control.",
            (s, v) => s with { Review = s.Review with { Decisions = v.Text() } }),
        Key("review", "second", "0", "The share of records that two people read, each without seeing what the other says: how far they agree is shown, and where they differ a third decision settles it. 0.1 is one in ten.",
            (r, v) => r with { Review = r.Review with { Second = v.Real(0, 1) } }),
        Key("review", "listen", Defaults.Review.Listen, "The address at which the review page is served: this machine only. Any other needs TLS or a proxy in front, and opens by a token.",
            (r, v) => r with { Review = r.Review with { Listen = v.Text() } }),
        Key("review", "port", Number(Defaults.Review.Port), "The port of the review page; 0 for any free one.",
            (r, v) => r with { Review = r.Review with { Port = v.Whole(0, 65535) } }),
        Key("review", "token", "null", "What opens the page beyond this machine, as ${NAME} from the environment; null for one that is made at each start and printed.",
            (r, v) => r with { Review = r.Review with { Token = v.TextOrNull() } }),
        Key("review", "certificate", "null", "A PEM file with the certificate for TLS; null for none.",
            (r, v) => r with { Review = r.Review with { Certificate = v.TextOrNull() } }),
        Key("review", "key", "null", "A PEM file with the certificate's key; null where the same file has it.",
            (r, v) => r with { Review = r.Review with { Key = v.TextOrNull() } }),
        Key("review", "proxyHeader", "null", "The header by which a proxy in front names the reviewer whom it let in, such as X-Remote-User; the proxy must set it on every request. null for none.",
            (r, v) => r with { Review = r.Review with { ProxyHeader = v.TextOrNull() } }),
        Key("review", "proxies", "[]", "The addresses from which that proxy connects, or networks (10.0.0.0/24); connections from elsewhere are refused. Needed beyond this machine: who reaches the page past the proxy could name any reviewer.",
            (r, v) => r with { Review = r.Review with { Proxies = v.Texts() } }),
    ];

    private static IEnumerable<SettingsKey> Publish() =>
    [
        Key("publish", "jsonl", Defaults.Publish.Jsonl, "JSON lines: every record, whole. The ledger and the log stand beside it.",
            (s, v) => s with { Publish = s.Publish with { Jsonl = v.Text() } }),
        Key("publish", "csv", "null", "A CSV table, one row a record; null for none.",
            (s, v) => s with { Publish = s.Publish with { Csv = v.TextOrNull() } }),
        Key("publish", "sqlite", "null", "A SQLite database with tables records, dates, cities, organizations, topics; null for none.",
            (s, v) => s with { Publish = s.Publish with { Sqlite = v.TextOrNull() } }),
    ];

    private static SettingsKey Key(string section, string name, string @default, string explains, Func<Settings, SettingsValue, Settings> apply) =>
        new(section, name, @default, explains, apply);

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
