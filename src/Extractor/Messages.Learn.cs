using System.Globalization;

namespace Extract;

/// <summary>What <c>evaluate</c> and <c>train</c> say.</summary>
internal static partial class Messages
{
    public static string OnlyWith(string option, string with) => $"{option} means nothing without {with}.";

    public static string NotWith(string option, string other) => $"{option} and {other} exclude each other. Leave one out.";

    public static string GateIsWhole => "--gate holds one whole folder of gold to its floors. Leave out --folds, --several, --html, --only and further folders.";

    public static string NoGold(string paths) => $"{paths}: there is no gold in it. Name a folder that holds *.json with “announcements”.";

    public static string NotGold(Exception e) => $"{e.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Mend the file, or leave it out.";

    public static string SameId(string? path, string id, string? other) => $"{path}: the id “{id}” stands in {other} too";

    public static string NoPage(string path) => $"{path}: it has no text, and no page stands beside it";

    public static string NoFigures(string path) => $"{path}: “corpus” and “figures” are expected";

    public static string NotRecords(Exception e) => $"{e.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Give the lines that “extract pipe” or “extract run” wrote.";

    public static string NoModels(Exception e) => $"{e.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Make the models anew by “extract train”.";

    public static string UnknownField(string field, IEnumerable<string> fields) => $"--misses: there is no field “{field}”. Give one of: {string.Join(", ", fields)}.";

    public static string OneSource => "--folds: all of the gold is of one source, and a source is never on both sides. Add gold of other sources.";

    public static string FoldBegins(int fold, int folds) => string.Create(CultureInfo.InvariantCulture, $"fold {fold} of {folds}: everything is learned anew from the other sources");

    public static string SeenInTraining(int seen, int all, string first) => string.Create(CultureInfo.InvariantCulture,
        $"{seen} of these {all} documents (“{first}” …) are among those that the models were learned from: the figures flatter. Use --folds 5, or other gold.");

    public static string Evaluated(int documents, int announcements, int sources, int folds, int percent, bool made = true) => string.Create(CultureInfo.InvariantCulture,
        $"{documents} documents, {announcements} labelled announcements, {sources} sources; ") + (folds > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Min(folds, sources)} folds by source, everything that is learned refitted in each{(percent < 100 ? $" from {percent} % of the other parts" : "")}.") : made ? "models as they are." : "records that were made before.");

    public static string BelowFloor(string name, double floor, double figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} is {figure:0.000}, below its floor of {floor:0.000}.");

    public static string GateFailed(string file) => $"{file}: the gate does not hold. Mend what made it worse (--against lists what changed); --gate --raise --lower sets the floors to what was measured.";

    public static string OtherCorpus(string file) => $"{file}: the corpus is not the one that the floors were measured on. Restore it, or pin it anew by --gate --raise --lower.";

    public static string NoFloors(string file) => $"{file}: there are no floors. Set them by --gate --raise.";

    public static string FloorsSet(string file) => $"{file}: written.";

    public static string NothingToLearnFrom => "there is nothing to learn from: no gold was named, and no record is reviewed yet. Name a folder of gold, or decide on records by “extract review”.";

    public static string FewToLearnFrom(int announcements) => string.Create(CultureInfo.InvariantCulture,
        $"{announcements} announcements are few to learn from: what they do not show stays with the rules. A few hundred from several sources do better.");

    public static string Trained(int models, int documents, int announcements, int reviewed, string into) => string.Create(CultureInfo.InvariantCulture,
        $"{models} models of {documents} documents ({announcements} announcements; {reviewed} reviewed records among them) stand in {into}.");

    public static string NoUnlabelled(string paths) => $"--unlabelled {paths}: there is no document in it that can be read and is not in the gold. Name files, folders or archives with other texts.";

    public static string SilverTookPart(int silver, int unlabelled) => string.Create(CultureInfo.InvariantCulture,
        $"Of {unlabelled} unlabelled documents {silver} took part: rules and models agree on the topics or the type of event of an announcement in each.");

    public static string LabelsTrained(int labels, int examples, string into) => string.Create(CultureInfo.InvariantCulture,
        $"{labels} labels of {examples} examples stand in {into}, beside the models of all else.");

    public static string LabelsKept(int labels, string into) => string.Create(CultureInfo.InvariantCulture, $"{labels} labels of your own that stood in {into} were learned anew.");

    public static string NoLabelSet(string file) => $"{file}: tag is topic or event-type in a label set of your own.";

    public static string FewExamples(string file, int line, string label, int examples, int least) => string.Create(CultureInfo.InvariantCulture,
        $"{file}:{line}: the label “{label}” has {examples} examples; {least} are needed, ten do better. Add texts of announcements under “examples”.");

    public static string OneLabel(string file) => $"{file}: one label tells nothing apart. Add another, with examples.";

    public static string LabelsAlone => "train: --labels learns from the examples of its file alone. Leave out GOLD.";

    public static string HowTrained => "taggers, then what decides over mentions, then confidence, each from what the steps before it say of sources that they have not seen";

    public static string HowMeasured(int folds) => string.Create(CultureInfo.InvariantCulture, $"{folds} folds by source over the same gold, everything that is learned refitted in each");
}
