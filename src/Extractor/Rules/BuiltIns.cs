using System.Globalization;
using Extract.Text;

namespace Extract.Rules;

/// <summary>The names that every pattern may use without a list. A list of the same name goes first.</summary>
internal static class BuiltIns
{
    private const int FirstOfLastCentury = 70; // 69 is 2069, 70 is 1970

    private sealed record BuiltIn(Atom[] Atoms, string[] Suffixes, Func<Token, string>? Value = null, bool NeedsSuffix = false);

    private static readonly SortedDictionary<string, BuiltIn> All = new(StringComparer.Ordinal)
    {
        ["day"] = new([new Atom.Number(1, 31, 1, 2)], ["st", "nd", "rd", "th"], token => Digits(token.Number, 2)),
        ["day-with-suffix"] = new([new Atom.Number(1, 31, 1, 2)], ["st", "nd", "rd", "th"], token => Digits(token.Number, 2), NeedsSuffix: true),
        ["small-number"] = new([new Atom.Number(1, 60, 1, 2)], [], token => Digits(token.Number, 2)),
        // "Nov. 148:00am": the day and the hour, glued as above.
        ["glued-day"] = new([new Atom.Number(100, 319, 3, 3), new Atom.Number(1000, 3124, 4, 4)], [], token => Digits(token.Number / (token.Length == 3 ? 10 : 100), 2)),
        ["month-number"] = new([new Atom.Number(1, 12, 1, 2)], [], token => Digits(token.Number, 2)),
        ["year"] = new([new Atom.Number(1900, 2100, 4, 4)], [], token => Digits(token.Number, 4)),
        ["short-year"] = new([new Atom.Number(0, 99, 2, 2)], [], token => Digits(token.Number + (token.Number < FirstOfLastCentury ? 2000 : 1900), 4)),
        // "april of 87": only where no day can be meant.
        ["old-year"] = new([new Atom.Number(32, 99, 2, 2)], [], token => Digits(token.Number + (token.Number < FirstOfLastCentury ? 2000 : 1900), 4)),
        // "December 14, 202311:30 AM": pages glue what their markup keeps apart.
        ["glued-year"] = new([new Atom.Number(19_000, 20_999, 5, 5), new Atom.Number(190_000, 209_999, 6, 6)], [],
            token => Digits(token.Number / (token.Length == 5 ? 10 : 100), 4)),
        // "20244", "0000": a slip of the hand where a year stands.
        ["no-year"] = new([new Atom.Number(0, 999, 4, 4), new Atom.Number(19_000, 20_999, 5, 5), new Atom.Number(190_000, 209_999, 6, 6)], []),
        // 1830 may be half past six.
        ["past-year"] = new([.. Enumerable.Range(10, 9).Select(century => new Atom.Number((century * 100) + 60, (century * 100) + 99, 4, 4))], [], token => Digits(token.Number, 4)),
        ["hour"] = new([new Atom.Number(0, 24, 1, 2)], [], token => Digits(token.Number, 2)),
        ["minute"] = new([new Atom.Number(0, 59, 2, 2)], [], token => Digits(token.Number, 2)),
        ["clock"] = new([new Atom.Number(0, 2400, 4, 4)], [], token => Digits(token.Number, 4)),
        ["number"] = new([new Atom.Any(TokenKind.Number, TokenTraits.None)], []),
        ["word"] = new([new Atom.Any(TokenKind.Word, TokenTraits.None)], []),
        ["capitalized"] = new([new Atom.Any(TokenKind.Word, TokenTraits.Capitalized)], []),
        ["all-caps"] = new([new Atom.Any(TokenKind.Word, TokenTraits.AllCaps)], []),
    };

    public static IEnumerable<string> Names => All.Keys;

    public static bool Has(string name) => All.ContainsKey(name);

    public static IReadOnlyList<Atom> Atoms(string name) => All[name].Atoms;

    /// <summary>Words that may follow: "17th". They may stand apart, because superscripts are often read so.</summary>
    public static IReadOnlyList<string> Suffixes(string name) => All[name].Suffixes;

    /// <summary>True where one of them must follow.</summary>
    public static bool NeedsSuffix(string name) => All[name].NeedsSuffix;

    /// <summary>The value of the words that a built-in took.</summary>
    public static string Value(string name, TokenList tokens, int first, int last) =>
        All[name].Value is { } value ? value(tokens[first]) : tokens.Span(first, last).Of(tokens.Text);

    private static string Digits(int number, int least) => number.ToString(least == 2 ? "00" : "0000", CultureInfo.InvariantCulture);
}
