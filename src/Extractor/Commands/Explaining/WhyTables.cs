using System.Collections.Immutable;
using System.Globalization;
using Extract.Resolve;
using Extract.Resolve.Labels;
using Extract.Score;
using Extract.Trained;
using static Extract.Commands.Explaining.Explanation;

namespace Extract.Commands.Explaining;

/// <summary>Why each probability is what it is: what each feature adds to the log odds, so that it adds up.</summary>
internal static class WhyTables
{
    private const int Most = 8;
    private const int MostOfWords = 6;
    private const double LeastShown = 0.05;
    private const string TwoDecimals = "0.00;−0.00;0.00";
    private static readonly ImmutableArray<string> Columns = ["adds", "value × weight", "because"];

    /// <summary>Why the records, their required fields and their findings have their confidence; the first says how to read it.</summary>
    public static IEnumerable<Section> Scores(ImmutableArray<Record> records, ImmutableArray<ScoreReasons> reasons) =>
        records.Zip(reasons).Index().SelectMany(pair => Of(Number(pair.Index + 1), pair.Item.First, pair.Item.Second)).Select((section, i) => i == 0 ? section with { Note = Messages.HowToReadWhy } : section);

    /// <summary>Why the announcements have their topics and types in resolve, before their confidence.</summary>
    public static IEnumerable<Section> Labels(ImmutableArray<Announcement> announcements, ImmutableArray<ImmutableArray<LabelReasons>> reasons) =>
        announcements.Zip(reasons).SelectMany(pair => pair.Second.Select(why => Label(pair.First.Title, why)));

    /// <summary>Why the names of the announcements are what they are taken for in resolve, before their confidence.</summary>
    public static IEnumerable<Section> Roles(ImmutableArray<Announcement> announcements, ImmutableArray<ImmutableArray<RoleReasons>> reasons) =>
        announcements.Zip(reasons).SelectMany(pair => pair.Second.Select(why => Role(pair.First.Title, why)));

    private static Section Role(string title, RoleReasons why)
    {
        var rows = why.Model is null ? [Row("", "", Messages.ByRule)] : Rows(why.Model, Most).Add(
            Row(Sum(why.Model.Score), "", why.Others.IsEmpty ? Messages.LogOddsAre(why.Probability) : Messages.AgainstOthers(why.Others, why.Probability)));
        return new("resolve", $"why {Share(Math.Round(why.Probability, 4))}: “{Cut(why.Text)}” as {why.Is} of “{Cut(title, 50)}”", Columns, rows);
    }

    // The record first, then what it rests on.
    private static IEnumerable<Section> Of(string number, Record record, ScoreReasons reasons)
    {
        var scored = reasons.Scored;
        var fields = scored.Fields.Select(field => field.Name).ToArray();
        var title = Cut(record.Title, 50);
        yield return Confidence($"record {number}, “{title}”: {Messages.AllRight(scored.Fields)}; {Messages.NeededToAccept(scored.Needed)}", reasons.Record);
        for (var i = 0; i < fields.Length; i++) yield return Confidence($"record {number}: {fields[i]} {Messages.ExactlyRight}", reasons.Fields[i]);
        foreach (var (what, why) in Findings(record, reasons)) yield return Confidence($"record {number}, {what}", why);
    }

    private static IEnumerable<(string What, ConfidenceReasons Why)> Findings(Record record, ScoreReasons reasons) =>
    [
        .. record.Dates.Zip(reasons.Dates, (date, why) => ($"date “{Cut(date.Text)}”: {FindingTables.Value(date)}, {date.Role}", why)),
        .. record.Cities.Zip(reasons.Cities, (city, why) => ($"city “{Cut(city.Text)}”: {FindingTables.Value(city)}, {city.Role}", why)),
        .. record.Organizations.Zip(reasons.Organizations, (body, why) => ($"organization “{Cut(body.Text)}”: {body.Role}", why)),
        .. record.Topics.Zip(reasons.Topics, (topic, why) => ($"topic {topic.Label}", why)),
        ($"event type {record.EventType.Label}", reasons.EventType),
    ];

    private static Section Confidence(string what, ConfidenceReasons why)
    {
        var rows = why.Model is null ? [Row("", "", Messages.NoConfidenceModel)] : Rows(why.Model, Most);
        if (why.Stated != 0) rows = rows.Add(Row(Signed(why.Stated), "", Messages.MarkupSays));
        if (why.Whole != 0) rows = rows.Add(Row(Signed(why.Whole), "", Messages.MayBeNone));
        return new("score", $"why {Share(Math.Round(why.Confidence, 4))}: {what}", Columns, [.. rows, .. Ends(why)]);
    }

    private static IEnumerable<ImmutableArray<string>> Ends(ConfidenceReasons why)
    {
        if (why.Model is not null) yield return Row(Sum(why.Sum), "", Messages.LogOddsAre(why.Probability));
        if (why.Model is not null && why.Most < why.Probability) yield return Row("", "", Messages.AtMost(why.Most));
        if (why.Model is not null && why.Before is { } before) yield return Row("", "", Messages.BeforeCalibration(before));
    }

    private static Section Label(string title, LabelReasons why)
    {
        var rows = why.Combination is null ? [] : Rows(why.Combination, Most).Add(Row(Sum(why.Combination.Score), "", Messages.LogOddsAre(LogOdds.ToProbability(why.Combination.Score))));
        if (why.Combination is not null && why.Sum > 1) rows = rows.Add(Row("", "", Messages.SharedBySum(why.Sum, why.Probability)));
        if (why.Words is { } words) rows = [.. rows, Row("", "", Messages.OfTheWords), .. Rows(words, MostOfWords), Row(Sum(words.Score), "", Messages.ClassifierSays)];
        return new("resolve", $"why {Share(Math.Round(why.Probability, 4))}: “{Cut(title, 50)}” is {why.Label}", Columns, rows);
    }

    private static ImmutableArray<ImmutableArray<string>> Rows(Reasons reasons, int most)
    {
        var shown = reasons.Parts.TakeWhile((part, i) => i < most && Math.Abs(part.Adds) >= LeastShown).ToArray();
        var rest = reasons.Parts.Skip(shown.Length).ToArray();
        return
        [
            .. shown.Select(part => Row(Signed(part.Adds), string.Create(CultureInfo.InvariantCulture, $"{part.Value.ToString(TwoDecimals, CultureInfo.InvariantCulture),6} × {part.Weight.ToString(TwoDecimals, CultureInfo.InvariantCulture),5}"), FeatureWords.Of(part.Name))),
            .. rest.Length == 0 ? [] : new[] { Row(Signed(rest.Sum(part => part.Adds)), "", Messages.SmallerOnes(rest.Length)) },
            Row(Signed(reasons.Bias), "", Messages.Bias),
        ];
    }

    private static string Signed(double adds) => adds.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture).PadLeft(6);

    private static string Sum(double sum) => ("= " + sum.ToString(TwoDecimals, CultureInfo.InvariantCulture)).PadLeft(6);
}
