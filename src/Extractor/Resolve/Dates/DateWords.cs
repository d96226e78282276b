using Extract.Rules;
using Extract.Text;

namespace Extract.Resolve.Dates;

/// <summary>The words around a date that tell what it is, from <c>Rules/lists</c>. Loaded once; immutable.</summary>
internal sealed class DateWords
{
    private readonly WordList _tense = WordList.Shipped("tense"), _cues = WordList.Shipped("date-cue"), _labels = WordList.Shipped("deadline-label"), _work = WordList.Shipped("work-word");

    /// <summary><c>past</c>, <c>future</c>, or null for most words.</summary>
    public string? Tense(TokenList tokens, int index) => _tense.Find(tokens, index, index);

    /// <summary>The role that a word speaks for, or null.</summary>
    public string? Cue(TokenList tokens, int index) => _cues.Find(tokens, index, index);

    /// <summary>What a deadline is for, by a word beside it; or null.</summary>
    public string? Label(TokenList tokens, int index) => _labels.Find(tokens, index, index);

    /// <summary>True for a word of announcements of a post.</summary>
    public bool IsOfWork(TokenList tokens, int index) => _work.Has(tokens[index]);
}
