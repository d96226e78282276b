using Extract.Learn;
using Extract.Trained;

namespace Extract.Commands.Evaluating;

/// <summary>Writes learned models into their folder.</summary>
internal static class ModelFolder
{
    /// <summary>All of it is on the disk before anything takes the place of an older file, and nothing stays that was not learned now.</summary>
    public static void Write(string into, ModelSet models, ModelCard? card)
    {
        var made = Path.Combine(into, ".new");
        try
        {
            models.Save(made);
            card?.Save(made);
            foreach (var file in Directory.GetFiles(made)) File.Move(file, Path.Combine(into, Path.GetFileName(file)), overwrite: true);
            foreach (var file in ModelSet.Files(into).Where(file => models.Find(Path.GetFileNameWithoutExtension(file)) is null)) File.Delete(file);
            foreach (var file in ModelSet.LabelPaths(into).Where(file => !models.LabelFiles.Keys.Any(name => Path.GetFileName(file).StartsWith(name + ".", StringComparison.Ordinal)))) File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(Messages.CannotWrite(into, e), e);
        }
        finally
        {
            if (Directory.Exists(made)) Directory.Delete(made, recursive: true);
        }
    }
}
