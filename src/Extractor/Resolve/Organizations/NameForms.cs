using Extract.Text;

namespace Extract.Resolve.Organizations;

/// <summary>The folded forms under which a mention's body is known: its words, its full name, its acronym, and other ways to write them.</summary>
internal sealed class NameForms
{
    private static readonly string[] Countries = ["u s ", "us ", "united states "];
    private readonly bool _several;

    /// <summary>The forms of a mention of the text.</summary>
    public NameForms(Mention mention, string text)
    {
        var value = (OrganizationValue)mention.Value!;
        var said = mention.Span.Of(text);
        var words = Fold(said);
        _several = words.Contains(' ', StringComparison.Ordinal);
        string[] written = [words, value.Name == said ? words : Fold(value.Name), value.Acronym is { } acronym ? acronym == said ? words : Fold(acronym) : ""];
        All = [.. written.Concat(written.Select(Bare)).Where(form => form.Length > 0).Distinct(StringComparer.Ordinal)];
        Letters = said is { Length: >= 2 and <= 8 } && said.All(char.IsUpper) ? words : null;
    }

    /// <summary>The distinct forms, as written first.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The words where they may be an acronym ("CPIB"), else null.</summary>
    public string? Letters { get; }

    /// <summary>True where the words end or begin the longer name: "Council" for "regional cooperation council".</summary>
    public bool IsShortFor(string longer) => All is [var words, ..] && longer.Length > words.Length + 1
        && (IsHeadOf(words, longer) || (longer[^(words.Length + 1)] == ' ' && longer.EndsWith(words, StringComparison.Ordinal)) || (_several && longer[words.Length] == ' ' && longer.StartsWith(words, StringComparison.Ordinal)));

    // "The Department" for "Department of State": the word that says what kind of body it is.
    private bool IsHeadOf(string word, string longer) =>
        !_several && longer.StartsWith(word, StringComparison.Ordinal) && longer.AsSpan(word.Length).StartsWith(" of ") && Tag.Organizations.NameWords.Shipped.HeadKind(Folding.Hash(word)) is not null;

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

    /// <summary>True where the letters are the first ones of the name's words, with or without the small ones: "doj" of "department of justice", "hhs" of "department of health and human services".</summary>
    public static bool Spells(string letters, string name)
    {
        var words = Bare(name).Split(' ');
        return Spells(letters, words) || (words is ["department" or "ministry", "of", ..] && Spells(letters, words[2..]));
    }

    private static bool Spells(string letters, string[] words)
    {
        if (words.Length < 2) return false;
        var chief = words.Where(word => word is not ("of" or "the" or "for" or "and" or "on" or "in")).ToArray();
        return Starts(letters, words) || (chief.Length > 1 && Starts(letters, chief));
    }

    private static bool Starts(string letters, string[] words)
    {
        if (letters.Length != words.Length) return false;
        for (var i = 0; i < letters.Length; i++) if (words[i].Length == 0 || words[i][0] != letters[i]) return false;
        return true;
    }

    // The country of a government's office may stand before it or not, and its department's name may be turned: "U.S. State Department", "Department of State".
    private static string Bare(string form)
    {
        foreach (var country in Countries)
            if (form.Length > country.Length + 4 && form.StartsWith(country, StringComparison.Ordinal) && form.IndexOf(' ', country.Length) >= 0) form = form[country.Length..];
        const string Turned = " department", Of = "department of ";
        return form.EndsWith(Turned, StringComparison.Ordinal) && form.Count(c => c == ' ') == 1 ? Of + form[..^Turned.Length]
            : form.StartsWith(Of + "the ", StringComparison.Ordinal) ? Of + form[(Of.Length + 4)..] : form;
    }
}
