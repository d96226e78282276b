using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>What tells how far a date is to be trusted, for calibration.</summary>
internal static class DateConfidence
{
    private static readonly Feature Role = new("role"), Rule = new("rule"), RoleProbability = new("role-probability"), None = new("none-probability"), Margin = new("role-margin");
    private static readonly Feature DaysProbability = new("days-probability"), YearInferred = new("year-inferred"), Weekday = new("weekday"), Inherited = new("inherited");
    private static readonly Feature Places = new("places"), SameRole = new("dates-of-role"), All = new("dates"), Form = new("form"), RoleLogOdds = new("role-log-odds"), Markup = new("markup-event");

    /// <summary>The features of one entry.</summary>
    public static FeatureVector Of(Decision decision, int places, int sameRole, int all, bool? markup, bool named)
    {
        var (reading, features) = (decision.Reading, new FeatureVector(named));
        features.Add(Role, decision.Role);
        features.Add(Rule, reading.Mention.Evidence.By);
        features.AddBinned(RoleProbability, decision.Probability);
        features.Add(RoleLogOdds, (float)Math.Log(Math.Clamp(decision.Probability, 0.001, 0.999) / (1 - Math.Clamp(decision.Probability, 0.001, 0.999))));
        features.AddBinned(None, decision.None);
        features.AddBinned(Margin, decision.Margin);
        features.AddBinned(DaysProbability, reading.Probability);
        if (reading.YearInferred) features.Add(YearInferred);
        features.Add(Weekday, reading.Weekday.ToString());
        if (reading.Inherited) features.Add(Inherited);
        features.AddCount(Places, places, 4);
        features.AddCount(SameRole, sameRole, 5);
        features.AddCount(All, all, 6);
        features.Add(Form, reading.Value.Relative != RelativeKind.None ? "relative" : reading.Value.Coarse ? "coarse" : reading.From == reading.To ? "day" : "range");
        if (markup is { } agrees) features.Add(Markup, agrees ? "agrees" : "differs");
        return features;
    }
}
