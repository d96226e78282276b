using Extract.Learn;
using Extract.Text;
using Extract.Trained;

namespace Extract.Tools.Organizations;

/// <summary>
/// Trains <c>base.weights</c>: the features of <c>organizations.span</c> weighed on free sets of named entities, which hold none of the labelled
/// announcements. The tagger hears it as one witness.
/// </summary>
internal static class BaseTraining
{
    // Sentences of a set stand together, so that what the document says of a name has something to say.
    private const int SentencesADocument = 12;
    private static readonly string[] Bodies = ["ORG", "organisation", "politicalparty", "university"];
    private static readonly string[] Files =
    [
        "wikigold/CONLL-format/data/wikigold.conll.txt", "crossner/politics/train.txt", "crossner/politics/dev.txt", "crossner/science/train.txt", "crossner/science/dev.txt",
        "crossner/ai/train.txt", "crossner/ai/dev.txt", "SEC-filings/CONLL-format/data/train/FIN5.txt",
    ];

    /// <summary>Reads the sets of a folder and writes the weights; a line to print.</summary>
    public static string Write(string entities, string folder)
    {
        var trainer = new NameTrainer();
        foreach (var file in Files)
            foreach (var sentences in Conll.Sentences(Path.Combine(entities, file)).Chunk(SentencesADocument)) Add(sentences, trainer);
        var model = trainer.Fit(l2: 1, leastCount: 3)!;
        File.WriteAllText(Path.Combine(folder, "base.stamp"), BaseModel.FeatureStamp() + "\n");
        using var stream = File.Create(Path.Combine(folder, "base.weights"));
        model.Save(stream);
        return $"{trainer.Cases:N0} cases, {trainer.Names:N0} bodies, {model.Features:N0} features";
    }

    private static void Add(List<(string Word, string Label)>[] sentences, NameTrainer trainer)
    {
        var text = new System.Text.StringBuilder();
        var bodies = new List<(int Start, int End)>();
        foreach (var sentence in sentences) Write(sentence, text, bodies);
        var tokens = TokenList.Of(text.ToString());
        var names = DocumentNames.Of(tokens, NameWords.Shipped);
        var features = new NameFeatures(names, NameWords.Shipped, OrganizationGazetteer.Shipped, []);
        var vector = new FeatureVector(named: true);
        var gold = bodies.Select(body => (First: tokens.IndexAt(body.Start), Last: tokens.IndexAt(body.End - 1))).ToHashSet();
        for (var run = 0; run < names.Chunks; run++)
        {
            foreach (var span in names.Candidates(run))
            {
                vector.Clear();
                features.AddAll(vector, span);
                trainer.Add(span, gold.Contains((span.First, span.Last)), vector);
            }
            trainer.EndRun();
        }
    }

    private static void Write(List<(string Word, string Label)> sentence, System.Text.StringBuilder text, List<(int Start, int End)> bodies)
    {
        var (start, glue) = (-1, true);
        if (text.Length > 0) text.Append(' ');
        for (var i = 0; i < sentence.Count; i++)
        {
            var (word, label) = sentence[i];
            if (!glue && word is not (("," or "." or ";" or ":" or ")" or "!" or "?" or "%" or "'s" or "’s" or "'" or "n't"))) text.Append(' ');
            glue = word is "(" or "[" or "“" or "$";
            var body = Bodies.Contains(label[(label.IndexOf('-', StringComparison.Ordinal) + 1)..]);
            // "The" before a name is none of it.
            if (body && start < 0 && !word.Equals("the", StringComparison.OrdinalIgnoreCase)) start = text.Length;
            text.Append(word);
            var goes = i + 1 < sentence.Count && body && sentence[i + 1].Label == "I" + (label.IndexOf('-', StringComparison.Ordinal) is >= 0 and var dash ? label[dash..] : "");
            if (start >= 0 && !goes) { bodies.Add((start, text.Length)); start = -1; }
        }
    }
}
