using System.Security.Cryptography;
using System.Text;

namespace Extract.Commands.Evaluating;

/// <summary>A hash of a folder's files, names and bytes: figures are compared only on the very same corpus.</summary>
internal static class CorpusHash
{
    /// <summary>The SHA-256 in lower-case hex; the same on any system.</summary>
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                     .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/'))).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Name + "\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file.Path)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
