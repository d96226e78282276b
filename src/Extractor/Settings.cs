using System.Collections.Immutable;
using Extract.Fetch;
using Extract.Link;
using Extract.Publish;
using Extract.Read;
using Extract.Review;
using Extract.Score;
using Extract.Tag;

namespace Extract;

/// <summary>
/// pipeline.yml as types: one section a stage. Every key has a default, so that an empty file works; <see cref="SettingsFile"/> reads and
/// verifies it before any input is read. Immutable.
/// </summary>
public sealed record Settings
{
    /// <summary>The folder that relative paths count from: that of pipeline.yml; absolute.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();
    /// <summary>The pipeline file, as it was named; null where the defaults are used.</summary>
    public string? File { get; init; }
    /// <summary>What came from the environment and must not be shown.</summary>
    public Secrets Secrets { get; init; } = Secrets.None;
    /// <summary>Where announcements come from, and how politely.</summary>
    public FetchSettings Fetch { get; init; } = new();
    /// <summary>How sources are read.</summary>
    public ReadSettings Read { get; init; } = new();
    /// <summary>What is looked for.</summary>
    public TagSettings Tag { get; init; } = new();
    /// <summary>What is accepted without a person.</summary>
    public ScoreSettings Score { get; init; } = new();
    /// <summary><c>score: models</c>: the folder that <c>extract train</c> writes. While the usual one is not there or holds none, the shipped models serve; another that is named must be there.</summary>
    public string Models { get; init; } = "models";
    /// <summary>Which records become one.</summary>
    public LinkSettings Link { get; init; } = new();
    /// <summary>Where people's decisions stand.</summary>
    public ReviewSettings Review { get; init; } = new();
    /// <summary>Where records go.</summary>
    public PublishSettings Publish { get; init; } = new();

    /// <summary>Where each key stands in the file (<c>publish: jsonl</c> → line and column); keys that it leaves out are not there.</summary>
    internal ImmutableDictionary<string, (int Line, int Column)> Places { get; init; } = ImmutableDictionary<string, (int, int)>.Empty;

    /// <summary>What is wrong with a key that fits its type: with its place where the file has it, without secrets.</summary>
    internal SettingsException Refuse(string key, string what) => new(Secrets.Redact(
        File is null || key.StartsWith("--", StringComparison.Ordinal) ? $"{key}: {what}" : Places.TryGetValue(key, out var place) ? Messages.At(File, place.Line, place.Column, $"{key}: {what}") : $"{File}: {key}: {what}"));

    /// <summary>A path of the settings as an absolute one.</summary>
    public string Resolved(string path) => Path.GetFullPath(path, Folder);
}
