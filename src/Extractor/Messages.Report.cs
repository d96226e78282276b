using System.Globalization;

namespace Extract;

// What the report of evaluate says.
internal static partial class Messages
{
    public static string ReportTitle => "How right Extract is";

    public static string Contents => "Contents";

    public static string FieldsHeading => "Fields";
    public static string FieldsAbout => "A value counts once and inside its announcement; what stands in an announcement that is none of the labelled ones is false, and what is labelled in one that was not found is missed. The 95 % intervals are drawn over documents.";

    public static string SharesHeading => "Shares";
    public static string SharesAbout => "Each announcement counts once.";

    public static string ProbabilitiesHeading => "Probabilities";
    public static string ProbabilitiesAbout => "A confidence of 0.9 should come true nine times in ten. ECE is the mean distance between what was said and what came true over ten bins of equal mass, Brier the mean squared distance of each; the gain is how much better the Brier score is than that of saying the base rate each time. In the diagrams each dot is a bin, its line the 95 % interval of what came true; on the dashed diagonal the two are one.";

    public static string AcceptanceHeading => "Acceptance";
    public static string AcceptanceAbout => "How much is wrong among the surest, the more of them are taken: the lower the line, the better the confidences part right from wrong. A record is right when its event dates and venues are.";
    public static string AcceptedAbout => "From which confidence a record passes without a person follows from what came true of records of other sources.";
    public static string WaitsFor(int waiting, int all) => string.Create(CultureInfo.InvariantCulture, $"{waiting} of {all} records wait for a person; what they are asked:");
    public static string WaitsCaption => "What records wait for";

    public static string MistakesHeading => "Worst mistakes";
    public static string MistakesAbout => "What was wrong and yet said with the most confidence, with the words around it and what the labels say instead.";
    public static string MissesHeading => "Missed and false";
    public static string MissesAbout => "What was labelled and not found, and what was found and is not labelled.";
    public static string MoreMisses(int more, string field) => string.Create(CultureInfo.InvariantCulture, $"{more} more; “extract evaluate --misses {field}” lists all of them.");
    public static string MissesOf(string field, int missed, int @false) => string.Create(CultureInfo.InvariantCulture, $"{field}: {missed} missed, {@false} false");
    public static string NothingInstead => "nothing";
    public static string NoMistake => "Nothing that was given a probability is wrong.";

    public static string LabelsHeading => "Who knows the topics and types";
    public static string LabelsAbout => "By the rules alone, by the classifier alone, and by both.";

    public static string ReliabilityOf(string field) => $"{field}: said and true";
    public static string ReliabilityOf(double said, double right, int count) => string.Create(CultureInfo.InvariantCulture, $"said {said:0.00}, true {right:0.00} of {count}");
    public static string RiskCoverageOf(string field) => $"{field}: wrong among the surest";
    public static string AxisSaid => "confidence";
    public static string AxisRight => "share that is right";
    public static string AxisCoverage => "share that is taken, surest first";
    public static string AxisRisk => "share of it that is wrong";
}
