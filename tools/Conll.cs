namespace Extract.Tools;

/// <summary>Reads labelled words in columns (CoNLL): parted by blank or tab, the word first and the label last; an empty line ends a sentence.</summary>
internal static class Conll
{
    /// <summary>The sentences of a file.</summary>
    public static IEnumerable<List<(string Word, string Label)>> Sentences(string path)
    {
        var sentence = new List<(string, string)>();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            var cells = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length >= 2)
            {
                if (cells[0] != "-DOCSTART-") sentence.Add((cells[0], cells[^1]));
                continue;
            }
            if (sentence.Count > 0) yield return sentence;
            sentence = [];
        }
    }
}
