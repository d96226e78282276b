using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve;

/// <summary>
/// What a page's markup (JSON-LD, microdata, hCalendar, an invitation) says of an announcement. Most texts that the models learn from have no markup, so that
/// what agreement is worth is said here, as log odds, and not learned: a day, city or body that text and markup give alike is nearly always right. Where a
/// model has learned more than that, its weight holds.
/// </summary>
public static class MarkupWitness
{
    /// <summary>Added to the log odds of the event's role where the text's days are those of the markup.</summary>
    public const double SameDays = 2.5;
    /// <summary>Where only the first day is.</summary>
    public const double SameStart = 1.5;
    /// <summary>Where the city or the body is.</summary>
    public const double SameName = 2;
    private const double Agrees = 1.5, Differs = -1;
    private const int LeastShared = 12; // letters of a name that may stand in another

    private static readonly Feature Says = new("markup");
    private static readonly FeatureValue AgreesWord = new("agrees"), DiffersWord = new("differs");

    // Folded once a document: a calendar of thousands of events has as many announcements.
    private static readonly ConditionalWeakTable<Document, FoldedNames> Names = [];

    private sealed class FoldedNames(Document document)
    {
        public ImmutableArray<string> All { get; } = [.. document.MarkupEvents.Select(stated => Folding.Fold(stated.Name))];
        public ILookup<string, MarkupEvent> Events { get; } = document.MarkupEvents.ToLookup(stated => Folding.Fold(stated.Name), StringComparer.Ordinal);
    }

    /// <summary>
    /// The events of the markup that are this announcement's: those of its name, else those of which one name holds the other, else the one of a page that announces one thing.
    /// </summary>
    public static IReadOnlyList<MarkupEvent> Of(ResolveContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var events = context.Document.MarkupEvents;
        if (events.IsEmpty) return [];
        var title = Folding.Fold(context.Announcement.Title);
        var names = Names.GetValue(context.Document, document => new(document));
        MarkupEvent[] named = [.. names.Events[title]];
        if (named.Length == 0) named = [.. events.Where((_, i) => Holds(names.All[i], title))];
        return named.Length > 0 ? named : events.Length == 1 && context.Announcements.Length == 1 ? [events[0]] : [];
    }

    private static bool Holds(string name, string title) => (name.Length >= LeastShared && title.Contains(name, StringComparison.Ordinal)) || (title.Length >= LeastShared && name.Contains(title, StringComparison.Ordinal));

    /// <summary>Raises the odds of one of several probabilities that sum to 1 by a factor of e to the given power.</summary>
    internal static void Raise(Span<double> probabilities, int which, double logOdds)
    {
        if (which < 0) return;
        probabilities[which] *= Math.Exp(logOdds);
        var sum = 0.0;
        foreach (var probability in probabilities) sum += probability;
        foreach (ref var probability in probabilities) probability /= sum;
    }

    /// <summary>Notes for the calibration whether markup says the same; nothing where it is silent.</summary>
    internal static void Note(FeatureVector features, bool? agrees)
    {
        if (agrees is { } said) features.Add(Says, said ? AgreesWord : DiffersWord);
    }

    /// <summary>What agreement and difference are worth to a confidence beyond what its model has learned of them, as log odds.</summary>
    public static double Prior(FeatureVector features, LinearModel model)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(model);
        var (agrees, differs) = (Says.KeyOf(AgreesWord.Hash), Says.KeyOf(DiffersWord.Hash));
        foreach (var (key, _) in features.Items)
        {
            if (key == agrees) return Math.Max(0, Agrees - model.Weight(key));
            if (key == differs) return Math.Min(0, Differs - model.Weight(key));
        }
        return 0;
    }
}
