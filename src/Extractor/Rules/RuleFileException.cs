namespace Extract.Rules;

/// <summary>A rule file or list that cannot be used. The message begins with <c>file:line:column:</c> and says what to do.</summary>
public sealed class RuleFileException : Exception
{
    /// <summary>What is wrong at a place of a file; lines and columns count from 1.</summary>
    public RuleFileException(string file, int line, int column, string what) : base($"{file}:{line}:{column}: {what}")
    {
        (File, Line, Column) = (file, line, column);
    }

    /// <summary>The file.</summary>
    public string File { get; }
    /// <summary>The line, from 1.</summary>
    public int Line { get; }
    /// <summary>The column, from 1.</summary>
    public int Column { get; }
}

/// <summary>A pattern that cannot be read; <see cref="Offset"/> counts into the pattern.</summary>
public sealed class PatternException(int offset, string what) : Exception(what)
{
    /// <summary>Where in the pattern, from 0.</summary>
    public int Offset { get; } = offset;
}
