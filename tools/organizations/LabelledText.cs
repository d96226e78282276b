using System.Text;
using System.Text.Json;
using Extract.Learn;
using Extract.Text;
using Extract.Trained;

namespace Extract.Tools.Organizations;

/// <summary>A text of a set of named entities with the places of its bodies.</summary>
internal sealed class LabelledText
{
    // Sentences of a set stand together, so that what the document says of a name has something to say.
    private const int SentencesADocument = 12;
    private static readonly string[] Labels = ["ORG", "organisation", "politicalparty", "university", "corporation", "group"];
    private readonly TokenList _tokens;
    private readonly DocumentNames _names;
    private readonly NameFeatures _features;

    private LabelledText(string text, IEnumerable<(int Start, int End)> bodies)
    {
        _tokens = TokenList.Of(text);
        _names = DocumentNames.Of(_tokens, NameWords.Shipped);
        _features = new(_names, NameWords.Shipped, OrganizationGazetteer.Shipped, []);
        Bodies = bodies.Select(body => (_tokens.IndexAt(body.Start), _tokens.IndexAt(body.End - 1))).ToHashSet();
    }

    /// <summary>The first and last token of each body.</summary>
    public IReadOnlySet<(int First, int Last)> Bodies { get; }

    /// <summary>The texts of a file in columns, or of a folder of re3d.</summary>
    public static IEnumerable<LabelledText> Of(string path) => Directory.Exists(path) ? OfRe3d(path) : Conll.Sentences(path).Chunk(SentencesADocument).Select(OfColumns);

    /// <summary>Teaches all possible names and which of them are bodies.</summary>
    public void Teach(NameTrainer trainer)
    {
        var vector = new FeatureVector(named: true);
        for (var run = 0; run < _names.Chunks; run++)
        {
            foreach (var span in _names.Candidates(run))
            {
                vector.Clear();
                _features.AddAll(vector, span);
                trainer.Add(span, Bodies.Contains((span.First, span.Last)), vector);
            }
            trainer.EndRun();
        }
    }

    /// <summary>How many bodies are among the possible names.</summary>
    public int Possible => _names.Candidates().ToArray().Count(span => Bodies.Contains((span.First, span.Last)));

    /// <summary>The first and last token of each body that a model finds.</summary>
    public HashSet<(int First, int Last)> Find(LinearModel model)
    {
        var chosen = new List<ScoredName>();
        new NameScorer(model).Choose(_names, _features, new(OwnOrganizations.None, _tokens, NameWords.Shipped), chosen);
        return [.. chosen.Where(name => name.Probability >= 0.5).Select(name => (name.Span.First, name.Span.Last))];
    }

    private static LabelledText OfColumns(List<(string Word, string Label)>[] sentences)
    {
        var text = new StringBuilder();
        var bodies = new List<(int Start, int End)>();
        foreach (var sentence in sentences) Write(sentence, text, bodies);
        return new(text.ToString(), bodies);
    }

    private static void Write(List<(string Word, string Label)> sentence, StringBuilder text, List<(int Start, int End)> bodies)
    {
        var (start, glue) = (-1, true);
        if (text.Length > 0) text.Append(' ');
        for (var i = 0; i < sentence.Count; i++)
        {
            var (word, label) = sentence[i];
            if (!glue && word is not (("," or "." or ";" or ":" or ")" or "!" or "?" or "%" or "'s" or "’s" or "'" or "n't"))) text.Append(' ');
            glue = word is "(" or "[" or "“" or "$";
            var body = Labels.Contains(label[(label.IndexOf('-', StringComparison.Ordinal) + 1)..]);
            // "The" before a name is none of it.
            if (body && start < 0 && !word.Equals("the", StringComparison.OrdinalIgnoreCase)) start = text.Length;
            text.Append(word);
            var goes = i + 1 < sentence.Count && body && sentence[i + 1].Label == "I" + (label.IndexOf('-', StringComparison.Ordinal) is >= 0 and var dash ? label[dash..] : "");
            if (start >= 0 && !goes) { bodies.Add((start, text.Length)); start = -1; }
        }
    }

    // What begins with a small letter ("service members") is no name.
    private static IEnumerable<LabelledText> OfRe3d(string folder)
    {
        var bodies = Lines(folder, "entities.json").Where(entity => Text(entity, "type") == "Organisation").ToLookup(entity => Text(entity, "documentId"));
        foreach (var document in Lines(folder, "documents.json"))
        {
            var text = Text(document, "text");
            var spans = bodies[Text(document, "_id")].Select(entity => WithoutThe(text, entity.GetProperty("begin").GetInt32(), entity.GetProperty("end").GetInt32()))
                .Where(span => span.Start < span.End && char.IsUpper(text[span.Start]));
            yield return new(text, spans);
        }
    }

    private static (int Start, int End) WithoutThe(string text, int start, int end) => text.AsSpan(start, end - start).StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? (start + 4, end) : (start, end);

    private static IEnumerable<JsonElement> Lines(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, name)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
