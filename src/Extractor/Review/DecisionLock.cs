namespace Extract.Review;

/// <summary>
/// The right to write into a folder of decisions. One has it at a time, whatever process it is in: from reading what was decided until the own lines are on the disk. The system lets go
/// of it when its holder ends, however it ends.
/// </summary>
internal sealed class DecisionLock : IDisposable
{
    // Others have it for a moment only. The thread waits: the log's lock is held meanwhile, over which nothing can be awaited.
    private const int Tries = 200;
    private const int Pause = 10;
    private readonly FileStream _file;

    private DecisionLock(FileStream file) => _file = file;

    /// <summary>Waits a little for it. Throws <see cref="IOException"/> where somebody keeps it, or the folder cannot be written.</summary>
    public static DecisionLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, ".lock");
        for (var i = 1; ; i++)
        {
            try
            {
                // To read only: in a folder of several people it may be another's file. On Linux only None keeps others out, whatever they ask for.
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.None, 1));
            }
            catch (IOException) when (i < Tries && File.Exists(path))
            {
                Thread.Sleep(Pause);
            }
            catch (IOException e) when (File.Exists(path))
            {
                throw new IOException(Messages.DecisionsAreTaken(path), e);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
