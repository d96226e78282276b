using System.Formats.Tar;

namespace Extract;

/// <summary>Tells files that hold something from pipes, sockets and devices, which only look like files: opening one may wait for ever, or act on a machine.</summary>
internal static class RegularFiles
{
    /// <summary>True for a regular file, links followed, for a path where nothing is, and for a pipe without a name. Opens no pipe, socket or device.</summary>
    public static bool IsRegular(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path)) return true;
        var file = (FileInfo)(File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path));
        // Of what is no regular file, none has a length: the way below is taken for empty files only.
        // A link that leads nowhere is told by whoever opens it; so does one to a pipe that the shell has opened ("/dev/fd/63"), which can be read.
        return !file.Exists || (file.Length > 0 || KindOf(file.FullName) is TarEntryType.RegularFile or TarEntryType.V7RegularFile);
    }

    // .NET says what kind a file is in one place only: an archive has to write it down.
    private static TarEntryType? KindOf(string path)
    {
        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true)) writer.WriteEntry(path, "entry");
        }
        catch (IOException) when (File.Exists(path))
        {
            return null; // a socket, which no archive holds
        }
        catch (UnauthorizedAccessException)
        {
            return TarEntryType.RegularFile; // whoever opens it says that it may not be read
        }
        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry()?.EntryType;
    }
}
