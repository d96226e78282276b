using Extract.Learn;
using Extract.Trained;

namespace Extract.Tools.Organizations;

/// <summary>
/// How well bodies are found in sets of named entities that were not learned from: a set's own training part is learned from where it has one, else the
/// base model's files of other sets. A body is right where it begins and ends as labelled; "the" before it does not count.
/// </summary>
internal static class HeldOut
{
    private static readonly (string Name, string[] Learned, string[] Judged)[] Sets =
    [
        ("CrossNER politics, dev", ["crossner/politics/train.txt"], ["crossner/politics/dev.txt"]),
        ("CrossNER science, dev", ["crossner/science/train.txt"], ["crossner/science/dev.txt"]),
        ("CrossNER AI, dev", ["crossner/ai/train.txt"], ["crossner/ai/dev.txt"]),
        ("SEC filings, FIN3", ["SEC-filings/CONLL-format/data/train/FIN5.txt"], ["SEC-filings/CONLL-format/data/test/FIN3.txt"]),
        ("WNUT17 dev, corporations and groups", ["WNUT17/CONLL-format/data/train/wnut17train.conll"], ["WNUT17/CONLL-format/data/dev/emerging.dev.conll"]),
        ("Broad Twitter, parts f to h", [.. "abe".Select(Tweets)], [.. "fgh".Select(Tweets)]),
        ("wikigold, by others alone", [], ["wikigold/CONLL-format/data/wikigold.conll.txt"]),
        ("English Web Treebank dev, by others alone", [], ["uner-ewt/en_ewt-ud-dev.iob2"]),
        ("re3d, five sources, by others alone", [], ["re3d/Australian Department of Foreign Affairs", "re3d/BBC Online", "re3d/CENTCOM", "re3d/US State Department", "re3d/Wikipedia"]),
    ];

    /// <summary>A line a set.</summary>
    public static IEnumerable<string> Lines(string entities)
    {
        foreach (var (name, learned, judged) in Sets)
        {
            var others = BaseTraining.Files.Where(file => !judged.Contains(file) && file.Split('/')[0] != judged[0].Split('/')[0]);
            var model = Learn(entities, others.Concat(learned));
            var (right, found, there, possible) = (0, 0, 0, 0);
            foreach (var text in judged.SelectMany(path => LabelledText.Of(Path.Combine(entities, path))))
            {
                var bodies = text.Find(model);
                (found, there, possible) = (found + bodies.Count, there + text.Bodies.Count, possible + text.Possible);
                right += bodies.Count(text.Bodies.Contains);
            }
            yield return FormattableString.Invariant($"{name}: precision {(double)right / found:0.000}, recall {(double)right / there:0.000}, F1 {2.0 * right / (found + there):0.000} over {there} bodies, of which {possible} are possible names");
        }
    }

    private static string Tweets(char part) => $"BTC/CONLL-format/data/{part}.conll";

    private static LinearModel Learn(string entities, IEnumerable<string> files)
    {
        var trainer = new NameTrainer();
        foreach (var text in files.SelectMany(file => LabelledText.Of(Path.Combine(entities, file)))) text.Teach(trainer);
        return BaseTraining.Fit(trainer);
    }
}
