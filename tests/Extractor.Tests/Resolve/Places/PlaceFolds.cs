using System.Collections.Immutable;
using Extract.Learn;
using Extract.Resolve.Places;
using Extract.Tag.Places;
using Extract.Trained;

namespace Extract.Tests.Resolve.Places;

/// <summary>Gold texts as labelled documents, cut into folds of whole sources, for figures of place resolution alone (gold announcements, untaught taggers).</summary>
internal static class PlaceFolds
{
    public static string? Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "..", "shared", "data", "announcements", name) is var path && File.Exists(Path.Combine(folder.FullName, "Extract.sln")))
                return Directory.Exists(path) ? path : null;
        return null;
    }

    public static IReadOnlyList<LabelledDocument> Load(string folder)
    {
        var pipeline = new Pipeline(ModelSet.Empty, new(), new(), "test");
        return [.. Gold.Load(folder).Where(gold => gold.Text is not null).Select(gold => Label(gold, pipeline))];
    }

    private static LabelledDocument Label(GoldDocument gold, Pipeline pipeline)
    {
        var document = PlaceDocuments.Of(gold.Text!, gold.Published);
        var tagged = pipeline.Tag(document with { Source = document.Source with { Uri = gold.Url } });
        var announcements = gold.Announcements.Select(one => Announcement(gold.Text!, one)).ToImmutableArray();
        return new(gold, tagged.Document, tagged.Tokens, tagged.Mentions, announcements);
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
        var folds = Folds.Of([.. documents.Select(document => document.Gold)], count);
        for (var fold = 0; fold < count; fold++)
        {
            var models = Learn([.. documents.Where((_, i) => folds[i] != fold)]);
            foreach (var document in documents.Where((_, i) => folds[i] == fold)) yield return (document, models);
        }
    }

    public static PlaceResolver Resolver(ModelSet models) => new(models, new PlaceTagger(Gazetteer.Shared));

    public static ModelSet Learn(IReadOnlyList<LabelledDocument> documents) =>
        new(new PlaceChoiceLearner().Learn(documents).Concat(new PlaceRoleLearner().Learn(documents)));
}
