namespace Extract.Run;

/// <summary>One run at a time on a state. The system lets go of the lock when its holder ends, however it ends.</summary>
internal static class StateLock
{
    private const int Tries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The lock of a folder's state. Throws <see cref="SettingsException"/> where another run has it.</summary>
    public static FileStream Take(string folder)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return new FileStream(File(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (IsHeld(e))
            {
                // A look from outside holds it for a moment.
                if (left == 1) throw new SettingsException(Messages.AnotherRun(folder), e);
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Is a run at work?</summary>
    public static bool IsTaken(string folder)
    {
        try
        {
            using var look = new FileStream(File(folder), FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e is IOException held && IsHeld(held);
        }
    }

    private static string File(string folder) => Path.Combine(folder, "state.lock");

    // EAGAIN of Linux and of macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 11 or 35 or 32 or 33;
}
