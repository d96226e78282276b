using Extract.Text;

namespace Extract.Resolve.Organizations;

/// <summary>The folded forms under which a mention's body is known: its words, its full name, its acronym.</summary>
internal sealed class NameForms
{
    private readonly bool _several;

    /// <summary>The forms of a mention of the text.</summary>
    public NameForms(Mention mention, string text)
    {
        var value = (OrganizationValue)mention.Value!;
        var words = Fold(mention.Span.Of(text));
        _several = words.Contains(' ', StringComparison.Ordinal);
        All = [.. new[] { words, Fold(value.Name), value.Acronym is { } acronym ? Fold(acronym) : "" }.Where(form => form.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The distinct forms.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>True where the words end or begin the longer name: "Council" for "regional cooperation council".</summary>
    public bool IsShortFor(string longer) => All is [var words, ..] && longer.Length > words.Length + 1
        && ((longer[^(words.Length + 1)] == ' ' && longer.EndsWith(words, StringComparison.Ordinal)) || (_several && longer[words.Length] == ' ' && longer.StartsWith(words, StringComparison.Ordinal)));

    /// <summary>A name's words and numbers, folded, parted by blanks, without "the".</summary>
    public static string Fold(string name)
    {
        var tokens = TokenList.Of(name);
        var words = new List<string>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Kind != TokenKind.Mark && Folding.Fold(tokens.Chars(i)) is var word && !(i == 0 && word == "the")) words.Add(word);
            else if (tokens.Text[tokens[i].Start] == '&') words.Add("and");
        return string.Join(' ', words);
    }
}
