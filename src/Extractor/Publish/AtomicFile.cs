namespace Extract.Publish;

/// <summary>Writes a file so that a reader sees the old one or the new one, whole, whatever happens in between.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the target, to disk, then puts it in its place. Throws <see cref="SettingsException"/> where it cannot; the target is then as it was.</summary>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        await ReplaceAsync(path, async temporary =>
        {
            await using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
            await write(stream);
            await stream.FlushAsync();
            stream.Flush(flushToDisk: true);
        });
    }

    /// <summary>The same for a writer that wants a path of its own.</summary>
    public static async Task ReplaceAsync(string path, Func<string, Task> write)
    {
        var temporary = path + ".tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await write(temporary);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e)
        {
            Remove(temporary);
            if (e is IOException or UnauthorizedAccessException) throw new SettingsException(Messages.CannotWrite(path, e), e);
            throw;
        }
    }

    // On a disk that is full or gone this may fail too; the first error is the one to tell.
    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
