using System.Globalization;

namespace Extract;

/// <content>What <c>explain</c> says of probabilities.</content>
internal static partial class Messages
{
    public const string HowToReadWhy = "What speaks for a probability adds to its log odds, what speaks against it takes away: 0 is a probability of 0.5, +1 of 0.73, +2 of 0.88, +3 of 0.95, −1 of 0.27.";

    public static string AllRight(IEnumerable<(string Name, double Probability)> fields) =>
        $"{string.Join(" and ", fields.Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Name} ({field.Probability:0.0###})")))} right";

    public static string NeededToAccept(double needed) => needed > 1 ? "no confidence is enough to accept it" : string.Create(CultureInfo.InvariantCulture, $"{needed:0.####} is needed to accept it");

    public const string ExactlyRight = "is exactly right";

    public const string NoConfidenceModel = "there is no model of confidence: what resolve says stands";

    public const string MarkupSays = "the page's markup says the same, or another (stated, not learned)";

    public const string MayBeNone = "it may announce nothing, as sure as split is, and then has no topic";

    public const string Bias = "where it begins, before anything speaks (bias)";

    public const string OfTheWords = "what the classifier hears in the words:";

    public const string ClassifierSays = "the classifier's log odds";

    public static string SmallerOnes(int count) => string.Create(CultureInfo.InvariantCulture, $"and {count} smaller {(count == 1 ? "one" : "ones")}");

    public static string LogOddsAre(double probability) => string.Create(CultureInfo.InvariantCulture, $"log odds: a probability of {probability:0.0000}");

    public static string AtMost(double most) => string.Create(CultureInfo.InvariantCulture, $"it is contradicted, and more than {most:0.##} is never given to what is");

    public static string BeforeCalibration(double before) => string.Create(CultureInfo.InvariantCulture, $"resolve alone said {before:0.0000}; the confidence is how often that came true on pages that the models had not seen");

    public const string ByRule = "a rule that holds whatever was learned decided it";

    public static string AgainstOthers(IEnumerable<(string Is, double Score)> others, double probability) => string.Create(CultureInfo.InvariantCulture,
        $"its score, against {string.Join(", ", others.Select(other => string.Create(CultureInfo.InvariantCulture, $"{other.Is} {other.Score:0.00;−0.00;0.00}")))}: a probability of {probability:0.0000}");

    public static string SharedBySum(double sum, double probability) => string.Create(CultureInfo.InvariantCulture, $"shared with the other labels, whose sum is {sum:0.00}: {probability:0.0000}");
}
