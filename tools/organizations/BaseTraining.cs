using Extract.Learn;
using Extract.Trained;

namespace Extract.Tools.Organizations;

/// <summary>
/// Trains <c>base.weights</c>: the features of <c>organizations.span</c> weighed on free sets of named entities, which hold none of the labelled
/// announcements. The tagger hears it as one witness.
/// </summary>
internal static class BaseTraining
{
    private const double Least = 0.02; // half of the features weigh less and decide nothing

    /// <summary>The files that it learns from.</summary>
    public static readonly string[] Files =
    [
        "wikigold/CONLL-format/data/wikigold.conll.txt", "crossner/politics/train.txt", "crossner/politics/dev.txt", "crossner/science/train.txt", "crossner/science/dev.txt",
        "crossner/ai/train.txt", "crossner/ai/dev.txt", "SEC-filings/CONLL-format/data/train/FIN5.txt", "re3d/US State Department", "re3d/CENTCOM",
        .. "abefgh".Select(part => $"BTC/CONLL-format/data/{part}.conll"),
    ];

    /// <summary>Reads the sets of a folder and writes the weights; a line to print.</summary>
    public static string Write(string entities, string folder)
    {
        var trainer = new NameTrainer();
        foreach (var file in Files) foreach (var text in LabelledText.Of(Path.Combine(entities, file))) text.Teach(trainer);
        var model = Fit(trainer);
        File.WriteAllText(Path.Combine(folder, "base.stamp"), BaseModel.FeatureStamp() + "\n");
        using var stream = File.Create(Path.Combine(folder, "base.weights"));
        model.Save(stream);
        return $"{trainer.Cases:N0} cases, {trainer.Names:N0} bodies, {model.Features:N0} features";
    }

    /// <summary>The model of what a trainer was taught.</summary>
    public static LinearModel Fit(NameTrainer trainer) => trainer.Fit(l2: 1, leastCount: 3)!.Above(Least);
}
