using System.Collections.Immutable;
using Extract.Read;
using Extract.Score;
using Extract.Trained;

namespace Extract.Learn;

/// <summary>
/// What the pipeline says of pages that nothing in it was learned from: the pages are parted by source, and for each fold everything that is learned,
/// confidence too, is learned anew from the other folds.
/// </summary>
public sealed class CrossValidation(ReadSettings reading, ScoreSettings scoring, int folds, Tag.TagSettings? tagging = null, IReadOnlyList<Document>? unlabelled = null, CancellationToken cancellation = default)
{
    /// <summary>The answers, one a page and in the order of the pages; the same pages give the same answers on any number of cores.</summary>
    /// <param name="pages">The pages: nothing else is learned from.</param>
    /// <param name="answerer">Makes of models what answers for one page.</param>
    /// <param name="began">Told the number of each fold, from 1, as it begins.</param>
    /// <param name="percent">How much of the other folds is learned from.</param>
    public ImmutableArray<T> Run<T>(IReadOnlyList<LabelledPage> pages, Func<ModelSet, Func<LabelledPage, T>> answerer, Action<int>? began = null, int percent = 100)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(answerer);
        var foldOf = Folds.Of([.. pages.Select(page => page.Gold)], folds);
        var answers = new T[pages.Count];
        Parallel.For(0, folds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, fold =>
        {
            if (!foldOf.Contains(fold)) return;
            began?.Invoke(fold + 1);
            var answer = answerer(new Training(reading, scoring, tagging, cancellation).Fit(Folds.Part([.. pages.Where((_, i) => foldOf[i] != fold)], percent), unlabelled ?? []).Models);
            for (var i = 0; i < pages.Count; i++)
                if (foldOf[i] == fold) answers[i] = answer(pages[i]);
        });
        return [.. answers];
    }
}
