using Microsoft.Win32.SafeHandles;

namespace Extract.Commands.Piping;

/// <summary>Standard output as bytes.</summary>
internal static class StandardOutput
{
    /// <summary>
    /// The console's own stream takes no notice when the reader of a pipe has gone, and would have us work on for nobody; a file stream does.
    /// It would keep an offset of its own in a file that others write too, so it serves pipes only.
    /// </summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
