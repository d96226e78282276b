using System.Globalization;
using System.Text;
using System.Text.Json;
using Extract.Learn;
using Extract.Learn.Judging;

namespace Extract.Commands.Evaluating;

/// <summary>Topics and event types by rules alone, by the classifier alone, and by both.</summary>
/// <param name="Rules">The figures of rules alone.</param>
/// <param name="Classifier">The figures of the classifier alone.</param>
/// <param name="Both">The figures of both.</param>
internal sealed record WitnessTable(Scores Rules, Scores Classifier, Scores Both)
{
    /// <summary>The figures of some predictions.</summary>
    public static WitnessTable Of(IReadOnlyList<JudgedDocument> gold, IReadOnlyCollection<Prediction> predictions, Scores both, bool html) => new(
        Judge.Score(gold, Judge.BySource(predictions.SelectMany(prediction => prediction.ByRules)), html),
        Judge.Score(gold, Judge.BySource(predictions.SelectMany(prediction => prediction.ByClassifier)), html), both);

    /// <summary>For people.</summary>
    public override string ToString()
    {
        var table = new StringBuilder();
        Line(table, $"{"topics and event types",-24}{"rules",9}{"classifier",12}{"both",8}");
        foreach (var (name, figure) in Figures) Line(table, $"{name,-24}{figure(Rules),9:0.000}{figure(Classifier),12:0.000}{figure(Both),8:0.000}");
        return table.ToString();
    }

    /// <summary>For machines: a property <c>witnesses</c>.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("witnesses");
        foreach (var (name, figure) in Figures)
        {
            json.WriteStartObject(name);
            foreach (var (witness, scores) in new[] { ("rules", Rules), ("classifier", Classifier), ("both", Both) }) json.WriteNumber(witness, Math.Round(figure(scores), 3));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>The figures that are compared, by name.</summary>
    public static IEnumerable<(string Name, Func<Scores, double> Figure)> Figures =>
    [
        ("topics F1", scores => scores.F1(Fields.Topics)), (Fields.CommonTopics, scores => scores.F1(Fields.CommonTopics)),
        ("topics macro-F1", scores => scores.TopicsMacroF1), ("event type accuracy", scores => scores.EventTypeAccuracy),
    ];

    private static void Line(StringBuilder table, FormattableString line) => table.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
