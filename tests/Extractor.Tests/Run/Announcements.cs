using System.Globalization;

namespace Extract.Tests.Run;

/// <summary>Announcements of our own that any version of the rules finds, as many as a test wants, each another.</summary>
internal static class Announcements
{
    /// <summary>The text of one.</summary>
    public static string Text(int number) => string.Create(CultureInfo.InvariantCulture,
        $"International conference number {number}\n\nThe conference will be held on {(number % 27) + 1} May {2010 + (number % 9)} in Zagreb, Croatia. It is organized by the University of Zagreb.\n");

    /// <summary>A folder with so many, as <c>texts/000.txt</c> and on.</summary>
    public static TemporaryFolder Folder(int count)
    {
        var folder = new TemporaryFolder();
        for (var i = 0; i < count; i++) folder.With(string.Create(CultureInfo.InvariantCulture, $"texts/{i:000}.txt"), Text(i));
        return folder;
    }
}
