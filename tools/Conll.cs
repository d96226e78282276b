namespace Extract.Tools;

/// <summary>
/// Reads labelled words in columns (CoNLL): parted by blank or tab, the word first and the label last, or in files named .iob2 number, word and label first; an
/// empty line ends a sentence.
/// </summary>
internal static class Conll
{
    /// <summary>The sentences of a file.</summary>
    public static IEnumerable<List<(string Word, string Label)>> Sentences(string path)
    {
        var sentence = new List<(string, string)>();
        var numbered = path.EndsWith(".iob2", StringComparison.Ordinal);
        foreach (var line in File.ReadLines(path).Append(""))
        {
            var cells = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length >= 2)
            {
                if (numbered)
                {
                    if (cells[0] != "#") sentence.Add((cells[1], cells[2]));
                    continue;
                }
                if (cells[0] != "-DOCSTART-") sentence.Add((cells[0], cells[^1]));
                continue;
            }
            if (sentence.Count > 0) yield return sentence;
            sentence = [];
        }
    }
}
