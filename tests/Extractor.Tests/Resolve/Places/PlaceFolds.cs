using System.Collections.Immutable;
using Extract.Learn;
using Extract.Tag;
using Extract.Tag.Places;
using Extract.Text;
using Extract.Trained;

namespace Extract.Tests.Resolve.Places;

/// <summary>Gold texts as labelled documents, cut into folds of whole sources, for figures of place resolution alone (gold announcements, no other taggers).</summary>
internal static class PlaceFolds
{
    public static readonly Gazetteer Gazetteer = Gazetteer.Open(Gazetteer.Shipped);

    public static string? Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "..", "shared", "data", "announcements", name) is var path && File.Exists(Path.Combine(folder.FullName, "Extract.sln")))
                return Directory.Exists(path) ? path : null;
        return null;
    }

    public static IReadOnlyList<LabelledDocument> Load(string folder) =>
        [.. Gold.Load(folder).Where(gold => gold.Text is not null).Select(gold => Label(gold, new PlaceTagger(Gazetteer)))];

    public static LabelledDocument Label(GoldDocument gold, params ITagger[] taggers)
    {
        var document = PlaceDocuments.Of(gold.Text!, gold.Published);
        var (tokens, mentions) = (TokenList.Of(document), new List<Mention>());
        foreach (var tagger in taggers) tagger.Tag(document, tokens, mentions);
        var announcements = gold.Announcements.Select(one => Announcement(gold.Text!, one)).ToImmutableArray();
        return new(gold, document, tokens, [.. mentions.OrderBy(mention => mention.Span)], announcements);
    }

    private static Announcement Announcement(string text, GoldAnnouncement gold)
    {
        var span = gold.Span!.Value;
        var at = gold.Title is { Length: > 0 } title ? text.IndexOf(title, span.Start, span.Length, StringComparison.Ordinal) : -1;
        return new() { Span = span, Title = gold.Title ?? "", TitleSpan = at < 0 ? null : new(at, at + gold.Title!.Length), Anchor = "" };
    }

    /// <summary>Every document with the models that were learned from the other folds.</summary>
    public static IEnumerable<(LabelledDocument Document, ModelSet Models)> Of(IReadOnlyList<LabelledDocument> documents, int count)
    {
        var folds = Enumerable.Range(0, count).Select(_ => new List<LabelledDocument>()).ToArray();
        foreach (var origin in documents.GroupBy(document => document.Gold.Origin).OrderByDescending(Size).ThenBy(group => group.Key, StringComparer.Ordinal))
            folds.MinBy(fold => fold.Sum(document => document.Gold.Announcements.Length))!.AddRange(origin);
        foreach (var fold in folds)
        {
            var models = Learn([.. folds.Where(other => other != fold).SelectMany(other => other)]);
            foreach (var document in fold) yield return (document, models);
        }
    }

    public static ModelSet Learn(IReadOnlyList<LabelledDocument> documents) =>
        new(new PlaceChoiceLearner().Learn(documents).Concat(new PlaceRoleLearner().Learn(documents)));

    private static int Size(IEnumerable<LabelledDocument> group) => group.Sum(document => document.Gold.Announcements.Length);
}
