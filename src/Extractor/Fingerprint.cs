using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Extract;

/// <summary>A hash of all that a record depends on beside its document: the version, the settings of the pure stages, rules, lists, gazetteer and models.</summary>
public static class Fingerprint
{
    /// <summary>
    /// The fingerprint, 16 hex digits. Values that came from the environment are in it only where they tune read to score. Limits are not: they say whether a document is read,
    /// and change no record of one that is.
    /// </summary>
    /// <param name="settings">The settings.</param>
    /// <param name="folders">The folders of rules and trained files; names and contents count, the place does not.</param>
    public static string Of(Settings settings, params IEnumerable<string> folders)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Of(settings, Folders(folders));
    }

    /// <summary>The same from the hashes of the folders.</summary>
    internal static string Of(Settings settings, byte[] folders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, typeof(Fingerprint).Assembly.GetName().Version!.ToString(3));
        Add(hash, string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', settings.Read.Languages)} {settings.Read.KeepBoilerplate}"));
        Add(hash, string.Join(',', settings.Score.Require));
        Add(hash, string.Create(CultureInfo.InvariantCulture, $"{settings.Score.AcceptError:R} {settings.Score.AskBelow:R}"));
        if (settings.Tag.Places is { } places && File.Exists(settings.Resolved(places))) hash.AppendData(SHA256.HashData(File.ReadAllBytes(settings.Resolved(places))));
        if (settings.Tag.Organizations is { } bodies && File.Exists(settings.Resolved(bodies))) AddOwn(hash, "organizations", settings.Resolved(bodies));
        if (settings.Tag.Persons) Add(hash, "persons");
        hash.AppendData(folders);
        return Convert.ToHexStringLower(hash.GetHashAndReset(), 0, 8);
    }

    /// <summary>One hash of all files of the folders.</summary>
    internal static byte[] Folders(IEnumerable<string> folders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var folder in folders.Where(Directory.Exists)) AddFolder(hash, folder);
        return hash.GetHashAndReset();
    }

    private static void AddOwn(IncrementalHash hash, string what, string path)
    {
        Add(hash, what);
        // A list in YAML and a table are read by their names.
        Add(hash, Path.GetExtension(path).ToLowerInvariant());
        hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
    }

    private static void AddFolder(IncrementalHash hash, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            Add(hash, Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
    }

    private static void Add(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
}
