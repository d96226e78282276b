using System.CommandLine;
using Extract.Rules;
using Extract.Tag;
using Extract.Tag.Organizations;
using Extract.Tag.Places;
using Extract.Trained;

namespace Extract.Commands;

/// <summary>What commands need before they begin: settings and a pipeline. Whatever is wrong with files of the user's is one line and status 2.</summary>
internal static class Loading
{
    /// <summary>The option by which commands that are no run take another pipeline file.</summary>
    public static Option<string?> Config() => new("--config") { Description = "The pipeline file (pipeline.yml of this folder, or the defaults where there is none).", HelpName = "FILE" };

    /// <summary>The settings of a file; of pipeline.yml where none is named and there is one; else the defaults.</summary>
    public static Settings Settings(string? file) =>
        file is not null ? SettingsFile.Load(file) : File.Exists("pipeline.yml") ? SettingsFile.Load("pipeline.yml") : new Settings();

    /// <summary>The pipeline of the settings; <paramref name="named"/> for people who ask why.</summary>
    public static Pipeline Pipeline(Settings settings, bool named = false)
    {
        var models = ModelFolder(settings);
        try
        {
            var tagging = Tagging(settings);
            return new Pipeline(ModelSet.Load(models), settings.Read, settings.Score, Fingerprint.Of(settings, Frozen(models)), tagging, named);
        }
        catch (Exception e) when (e is InvalidDataException or RuleFileException)
        {
            throw new SettingsException(e.Message, e);
        }
    }

    /// <summary>What each stage's work of a run depends on.</summary>
    public static StagePrints Prints(Settings settings) => StagePrints.Of(settings, typeof(Loading).Module.ModuleVersionId, Frozen(ModelFolder(settings)));

    // Without models of the user's own the two folders are one, and its megabytes need no second reading.
    private static IEnumerable<string> Frozen(string models) => new[] { Beside("Rules"), Shipped, models }.Distinct();

    /// <summary>Where the models stand: the user's in the place of the shipped ones, all of them, since models are fitted together.</summary>
    public static string ModelFolder(Settings settings)
    {
        var own = settings.Resolved(settings.Models);
        // The usual folder comes with the first training; who names another means one that is there.
        if (!Directory.Exists(own) && settings.Models != new Settings().Models) throw settings.Refuse("score: models", Messages.NoModels(settings.Models));
        return Directory.Exists(own) && ModelSet.Files(own).Any() ? own : Shipped;
    }

    /// <summary>What is looked for, with full paths of the user's own files; one that is not there is refused.</summary>
    public static TagSettings Tagging(Settings settings)
    {
        return settings.Tag with { Places = Own("tag: places", settings.Tag.Places), Organizations = Own("tag: organizations", settings.Tag.Organizations) };

        string? Own(string key, string? file)
        {
            if (file is null) return null;
            var path = settings.Resolved(file);
            if (!File.Exists(path) || !RegularFiles.IsRegular(path)) throw settings.Refuse(key, Messages.NoSuchFile(file));
            try
            {
                File.OpenRead(path).Dispose();
                return path;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw settings.Refuse(key, Messages.CannotReadOwn(file, e));
            }
        }
    }

    /// <summary>The same for who makes several pipelines of it: what is wrong in the files is told at once.</summary>
    public static TagSettings VerifiedTagging(Settings settings)
    {
        var tagging = Tagging(settings);
        try
        {
            if (tagging.Places is { } places) new OwnPlacesFile(Gazetteer.Shared).Load(places);
            if (tagging.Organizations is { } bodies) OwnOrganizationsFile.Load(bodies);
            return tagging;
        }
        catch (RuleFileException e)
        {
            throw new SettingsException(e.Message, e);
        }
    }

    /// <summary>What is read from files of the user's; one that cannot be read, or holds something else, is told by <paramref name="how"/>.</summary>
    public static T Told<T>(Func<T> read, Func<Exception, string> how)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(how(e), e);
        }
    }

    /// <summary>The folder of the models that ship.</summary>
    public static string Shipped => Beside("Trained");

    private static string Beside(string folder) => Path.Combine(AppContext.BaseDirectory, folder);
}
