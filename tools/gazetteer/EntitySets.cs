using System.Text;

namespace Extract.Tools.Gazetteer;

/// <summary>A text with the places that are labelled in it.</summary>
internal sealed record LabelledText(string Text, List<TextSpan> Places);

/// <summary>Reads the sets of named entities that models may be learned from.</summary>
internal static class EntitySets
{
    private const int SentencesADocument = 12;
    private static readonly string[] Labels = ["LOC", "location", "country"];
    private static readonly string[] Columns =
    [
        "wikigold/CONLL-format/data/wikigold.conll.txt", "crossner/politics/train.txt", "crossner/politics/dev.txt", "crossner/science/train.txt", "crossner/science/dev.txt",
        "crossner/ai/train.txt", "crossner/ai/dev.txt", "SEC-filings/CONLL-format/data/train/FIN5.txt", "WNUT17/CONLL-format/data/train/wnut17train.conll",
        "BTC/CONLL-format/data/a.conll", "BTC/CONLL-format/data/b.conll", "BTC/CONLL-format/data/e.conll", "BTC/CONLL-format/data/f.conll",
        "BTC/CONLL-format/data/g.conll", "BTC/CONLL-format/data/h.conll",
    ];

    /// <summary>All texts of a folder of sets.</summary>
    public static IEnumerable<LabelledText> Read(string entities) =>
        Columns.SelectMany(file => Conll.Sentences(Path.Combine(entities, file)).Chunk(SentencesADocument)).Select(Join);

    private static LabelledText Join(List<(string Word, string Label)>[] sentences)
    {
        var (text, places) = (new StringBuilder(), new List<TextSpan>());
        foreach (var sentence in sentences) Write(sentence, text, places);
        return new(text.ToString(), places);
    }

    private static void Write(List<(string Word, string Label)> sentence, StringBuilder text, List<TextSpan> places)
    {
        var (start, glue) = (-1, true);
        if (text.Length > 0) text.Append(' ');
        for (var i = 0; i < sentence.Count; i++)
        {
            var (word, label) = sentence[i];
            if (!glue && word is not ("," or "." or ";" or ":" or ")" or "!" or "?" or "%" or "'s" or "’s" or "'" or "n't")) text.Append(' ');
            glue = word is "(" or "[" or "“" or "$";
            var dash = label.IndexOf('-', StringComparison.Ordinal);
            var isPlace = Labels.Contains(label[(dash + 1)..]);
            if (isPlace && start < 0) start = text.Length;
            text.Append(word);
            var goesOn = i + 1 < sentence.Count && isPlace && sentence[i + 1].Label == "I" + (dash >= 0 ? label[dash..] : "");
            if (start < 0 || goesOn) continue;
            places.Add(new(start, text.Length));
            start = -1;
        }
    }
}
