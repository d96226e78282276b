namespace Extract.Tests;

/// <summary>A folder of a test's own, gone at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("extract-").FullName;

    /// <summary>A path in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, its folders made where needed, and returns this.</summary>
    public TemporaryFolder With(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this;
    }

    /// <summary>Runs the program in it.</summary>
    public Ran Run(params string[] arguments) => ExtractProgram.Run(Path, arguments);

    /// <summary>The lines of a file in it.</summary>
    public string[] Lines(string name) => File.ReadAllLines(this[name]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
