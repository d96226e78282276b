namespace Extract.Tests.Settings;

/// <summary>What pipeline.yml may say, and how it is told what it may not.</summary>
public sealed class SettingsFileTests
{
    [Theory]
    [InlineData("fetch:\n  sorces: [a]\n", "2:3: fetch: there is no key “sorces”. Did you mean “sources”?")]
    [InlineData("fech:\n  sources: []\n", "1:1: there is no section “fech”. Did you mean “fetch”?")]
    [InlineData("link:\n  duplicates: true\n  duplicates: false\n", "3:3: The key “duplicates” stands twice. Keep one of them.")]
    [InlineData("fetch:\n  timeout: soon\n", "2:12: fetch: timeout: a whole number from 1 to 3600 is expected here, not “soon”.")]
    [InlineData("fetch:\n  timeout: 0\n", "2:12: fetch: timeout: a whole number from 1 to 3600 is expected here, not “0”.")]
    [InlineData("fetch:\n  timeout: [1]\n", "2:12: fetch: timeout: a whole number from 1 to 3600 is expected here.")]
    [InlineData("link:\n  duplicates: maybe\n", "2:15: link: duplicates: true or false is expected here, not “maybe”.")]
    [InlineData("score:\n  require: [dates.evnt]\n", "2:13: score: require: “dates.evnt” cannot be named here. Did you mean “dates.event”?")]
    [InlineData("score:\n  acceptError: 2\n", "2:16: score: acceptError: a number from 0 to 1 is expected here, not “2”.")]
    [InlineData("publish:\n  jsonl:\n", "2:9: publish: jsonl: a text is expected here.")]
    [InlineData("fetch: 7\n", "1:8: fetch: keys are expected here, each on a line of its own as “key: value”.")]
    [InlineData("fetch:\n  sources: [missing/folder]\n", "2:13: fetch: sources: there is no file or folder “missing/folder”. Mend the path, or take it out.")]
    [InlineData("fetch:\n  userAgent: ${NOT_SET_AT_ALL}\n", "2:14: ${NOT_SET_AT_ALL} is not set in the environment. Set it (export NOT_SET_AT_ALL=…), or write the value here.")]
    [InlineData("fetch:\n  userAgent: ${}\n", "2:14: ${} names no variable of the environment. Write ${NAME}.")]
    [InlineData("fetch:\n  userAgent: \"a\\nb\"\n", "2:14: fetch: userAgent: a text of one line is expected here.")]
    [InlineData("fetch:\n  sources: []\n", "2:12: fetch: sources: at least one file, folder or web address is expected here.")]
    [InlineData("fetch:\n  sources:\n", "2:11: fetch: sources: at least one file, folder or web address is expected here.")]
    [InlineData("fetch:\n  sources: ['']\n", "2:13: fetch: sources: a path or an address is expected here.")]
    [InlineData("fetch:\n  sources: ['http://']\n", "2:13: fetch: sources: “http://” is no web address. Write it as https://host/path.")]
    [InlineData("fetch:\n  headers: {a b: c}\n", "2:13: fetch: headers: the name of a header is expected here, not “a b”.")]
    [InlineData("fetch:\n  allowPrivate: [localhost]\n", "2:18: fetch: allowPrivate: host:port is expected here, not “localhost”.")]
    [InlineData("read:\n  languages: [english]\n", "2:15: read: languages: “english” is no language code (ISO 639-1). Did you mean “en”?")]
    [InlineData("read:\n  languages: [hr, EN]\n", "2:19: read: languages: “EN” is no language code (ISO 639-1). Did you mean “en”?")]
    [InlineData("read:\n  languages: [xx]\n", "2:15: read: languages: “xx” is no language code (ISO 639-1). Write two small letters, such as en, fr or hr.")]
    [InlineData("read:\n  languages: null\n", "2:14: read: languages: a list of languages, such as [en], or [] for any, is expected here.")]
    [InlineData("fetch: {}\n---\nread: {}\n", "2:1: A second document begins here. Keep one, and take the “---” out.")]
    public void What_is_wrong_is_told_with_its_place(string yaml, string expected)
    {
        using var folder = new TemporaryFolder().With("pipeline.yml", yaml);
        var e = Assert.Throws<SettingsException>(() => SettingsFile.Load(folder["pipeline.yml"], _ => null));
        Assert.Equal($"{folder["pipeline.yml"]}:{expected}", e.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("fetch:\nscore:\n")]
    public void An_empty_file_has_the_defaults(string yaml)
    {
        using var folder = new TemporaryFolder().With("pipeline.yml", yaml);
        var settings = SettingsFile.Load(folder["pipeline.yml"]);
        var defaults = new Extract.Settings();
        Assert.Equal(defaults.Fetch.Sources, settings.Fetch.Sources);
        Assert.Equal(defaults.Score.AcceptError, settings.Score.AcceptError);
        Assert.Equal(defaults.Publish, settings.Publish);
        Assert.Equal(folder.Path, settings.Folder);
    }

    [Fact]
    public void A_value_comes_from_the_environment_and_is_never_shown()
    {
        using var folder = new TemporaryFolder().With("pipeline.yml", "fetch:\n  headers: {Authorization: 'Bearer ${TOKEN}'}\n  userAgent: ${AGENT}/2\n");
        var settings = SettingsFile.Load(folder["pipeline.yml"], name => name == "TOKEN" ? "s3cret" : "me");
        Assert.Equal("Bearer s3cret", settings.Fetch.Headers["authorization"]);
        Assert.Equal("me/2", settings.Fetch.UserAgent);
        Assert.DoesNotContain("s3cret", settings.ToString(), StringComparison.Ordinal);
        Assert.Equal("https://x.org/?key=${TOKEN}", settings.Secrets.Redact("https://x.org/?key=s3cret"));
    }

    [Fact]
    public void What_a_path_takes_from_the_environment_is_no_secret()
    {
        using var folder = new TemporaryFolder().With("pipeline.yml", "fetch:\n  sources: ['texts/${YEAR}', '${SITE}?key=${KEY}']\n").With("texts/2018/a.txt", "x");
        var settings = SettingsFile.Load(folder["pipeline.yml"], name => name switch { "YEAR" => "2018", "SITE" => "https://x.org/", _ => "s3cret" });
        Assert.Equal("texts/2018/a.txt", settings.Secrets.Redact("texts/2018/a.txt"));
        Assert.Equal("${SITE}?key=${KEY}", settings.Secrets.Redact("https://x.org/?key=s3cret"));
    }

    [Fact]
    public void A_secret_does_not_change_the_fingerprint()
    {
        using var folder = new TemporaryFolder().With("pipeline.yml", "fetch:\n  headers: {Authorization: 'Bearer ${TOKEN}'}\n");
        var (one, other) = (SettingsFile.Load(folder["pipeline.yml"], _ => "one"), SettingsFile.Load(folder["pipeline.yml"], _ => "other"));
        Assert.Equal(Fingerprint.Of(one), Fingerprint.Of(other));
    }

    [Fact]
    public void What_tunes_the_records_changes_the_fingerprint()
    {
        var settings = new Extract.Settings();
        Assert.NotEqual(Fingerprint.Of(settings), Fingerprint.Of(settings with { Score = settings.Score with { AcceptError = 0.1 } }));
        Assert.NotEqual(Fingerprint.Of(settings), Fingerprint.Of(settings with { Read = settings.Read with { KeepBoilerplate = true } }));
    }

    [Fact]
    public void What_init_writes_says_the_defaults()
    {
        using var folder = new TemporaryFolder();
        folder.With("pipeline.yml", SettingsText.Of([(".", "")]));
        var (settings, defaults) = (SettingsFile.Load(folder["pipeline.yml"]), new Extract.Settings());
        Assert.Equal(Fingerprint.Of(defaults), Fingerprint.Of(settings));
        Assert.Equal(defaults.Publish, settings.Publish);
        Assert.Empty(settings.Review.Proxies);
        Assert.Equal(defaults.Review with { Proxies = settings.Review.Proxies }, settings.Review);
        Assert.Equal(defaults.Link, settings.Link);
        Assert.Equal(defaults.Models, settings.Models);
        Assert.Equal((defaults.Fetch.Timeout, defaults.Fetch.Retries, defaults.Fetch.MaxPages, defaults.Fetch.PerHost, defaults.Fetch.UserAgent),
            (settings.Fetch.Timeout, settings.Fetch.Retries, settings.Fetch.MaxPages, settings.Fetch.PerHost, settings.Fetch.UserAgent));
    }
}
