using System.Globalization;
using Extract.Score;

namespace Extract;

/// <summary>
/// What a run's work on a document depends on, from stage to stage: where one is as it was, all that was done up to there holds, and the work goes on behind it. Each includes the build of the program.
/// </summary>
/// <param name="Read">Source to text.</param>
/// <param name="Found">That, and text to findings with their probabilities: rules, lists, gazetteer and models.</param>
/// <param name="Made">That, and what the section <c>score</c> accepts: the whole record.</param>
internal sealed record StagePrints(string Read, string Found, string Made)
{
    /// <summary>The prints of a run by the given settings, build and frozen folders.</summary>
    public static StagePrints Of(Settings settings, Guid build, IEnumerable<string> folders)
    {
        var frozen = Fingerprint.Folders(folders);
        string Print(Settings of) => string.Create(CultureInfo.InvariantCulture, $"{Fingerprint.Of(of, frozen)} {build:N}");
        var read = string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', settings.Read.Languages)} {settings.Read.KeepBoilerplate} {build:N}");
        return new(read, Print(settings with { Score = new ScoreSettings() }), Print(settings));
    }
}
