using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>Which of day and month stands first in the slashed dates of a document: one habit for all of them, unless a date says otherwise by itself.</summary>
internal sealed class DateOrder
{
    private readonly ResolveContext _context;
    private readonly IReadOnlyList<Anchor> _certain;
    private readonly FeatureVector _document = new();

    /// <summary>The order in a document. <paramref name="certain"/> are its dates that can be read in one way only.</summary>
    public DateOrder(ResolveContext context, IReadOnlyList<Anchor> certain)
    {
        (_context, _certain) = (context, certain);
        var ambiguous = context.Mentions.Where(mention => mention.Value is DateValue { OrderAmbiguous: true }).ToArray();
        if (ambiguous.Length == 0) return;
        OrderFeatures.WriteDocument(context, _document);
        // Each kind of witness counts once, whichever date brings it: ten ranges of one page are no ten witnesses.
        var seen = new HashSet<ulong>();
        foreach (var mention in ambiguous)
            foreach (var (key, value) in Of(mention).Items)
                if (seen.Add(key)) _document.Add(key, value, null);
    }

    /// <summary>The probability that the day stands first in an ambiguous mention.</summary>
    public double DayFirst(Mention mention)
    {
        var own = Of(mention);
        Span<double> alone = stackalloc double[1];
        OrderRules.Model.Score(own, alone);
        return Math.Abs(alone[0]) > 4 ? OrderRules.Model.Probability(own) : OrderRules.Model.Probability(_document);
    }

    private FeatureVector Of(Mention mention)
    {
        var features = new FeatureVector();
        OrderFeatures.WriteMention(_context, _certain, mention, (DateValue)mention.Value!, features);
        return features;
    }
}
