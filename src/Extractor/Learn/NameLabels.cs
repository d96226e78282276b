using Extract.Tag.Organizations;
using Extract.Text;

namespace Extract.Learn;

/// <summary>Which possible names of a document the gold calls bodies, at every place where their words stand.</summary>
internal sealed class NameLabels
{
    private readonly TokenList _tokens;
    private readonly bool[] _taught;
    private readonly Dictionary<int, int> _names = [];
    private readonly int[] _inside;
    private readonly HashSet<ulong> _words = [];

    /// <summary>The labels of a document.</summary>
    public NameLabels(LabelledDocument document)
    {
        _tokens = document.Tokens;
        (_taught, _inside) = (new bool[_tokens.Count], new int[_tokens.Count]);
        Array.Fill(_inside, -1);
        foreach (var announcement in document.Announcements)
            for (var i = _tokens.IndexAt(announcement.Span.Start); i < _tokens.Count && _tokens[i].Start < announcement.Span.End; i++) _taught[i] = true;
        var labels = document.Gold.Announcements.SelectMany(announcement => announcement.Organizations).Concat(document.Gold.Shared?.Organizations ?? []).ToArray();
        foreach (var label in labels) if (label.Span is { } span) Mark(span);
        Repeat(labels);
    }

    /// <summary>True or false as the gold has it; null where it does not say.</summary>
    public bool? IsName(NameSpan span)
    {
        if (!_taught[span.First] && _inside[span.First] < 0) return null;
        if (_names.TryGetValue(span.First, out var last) && last == span.Last) return true;
        for (var i = span.First; i <= span.Last; i++) if (_inside[i] >= 0) return false;
        // "The Council" for a name that ends with it: a short form, of which the gold says nothing.
        for (var i = span.First; i <= span.Last; i++)
            if (_tokens[i].Kind == TokenKind.Word && !_words.Contains(_tokens[i].Hash)) return false;
        return null;
    }

    private void Mark(TextSpan span)
    {
        var first = _tokens.IndexAt(span.Start);
        var last = first;
        while (last + 1 < _tokens.Count && _tokens[last + 1].Start < span.End) last++;
        Mark(first, last);
    }

    private void Mark(int first, int last)
    {
        while (first < last && _tokens.Chars(first).Equals("the", StringComparison.OrdinalIgnoreCase)) first++;
        if (last >= _tokens.Count) return;
        for (var i = first; i <= last; i++) if (_inside[i] >= 0) return;
        for (var i = first; i <= last; i++)
        {
            _inside[i] = first;
            _words.Add(_tokens[i].Hash);
        }
        _names[first] = last;
    }

    // The longest forms first, so that a short one is not marked within a longer.
    private void Repeat(GoldLabel[] labels)
    {
        var forms = labels.SelectMany(label => new[] { label.Text, label.Name, label.Acronym }).OfType<string>().Where(form => form.Length > 1).Distinct(StringComparer.Ordinal)
            .Select(form => TokenList.Of(form)).Where(form => form.Count > 0 && form.All.ToArray().Any(token => token.Is(TokenTraits.Capitalized)))
            .OrderByDescending(form => form.Count).ThenBy(form => form.Text, StringComparer.Ordinal);
        foreach (var form in forms)
            for (var at = 0; at + form.Count <= _tokens.Count; at++)
                if (Stands(form, at)) Mark(at, at + form.Count - 1);
    }

    private bool Stands(TokenList form, int at)
    {
        for (var i = 0; i < form.Count; i++) if (_tokens[at + i].Hash != form[i].Hash) return false;
        return form.Count > 1 || _tokens[at].Is(TokenTraits.Capitalized) || NameChunk.IsName(_tokens, at);
    }
}
