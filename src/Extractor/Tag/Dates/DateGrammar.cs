using System.Collections.Concurrent;
using System.Collections.Frozen;
using Extract.Rules;
using Extract.Text;

namespace Extract.Tag.Dates;

/// <summary>
/// The rules and words of one language over those of English, from <c>Rules/dates</c>. Loaded once, when a document first wants it; immutable and safe to share.
/// </summary>
internal sealed class DateGrammar
{
    private const string Folder = "dates";
    private static readonly ConcurrentDictionary<string, Lazy<DateGrammar>> Loaded = new(StringComparer.Ordinal);

    public DateGrammar(RuleSet rules)
    {
        Rules = rules;
        var lists = rules.Lists.ToDictionary(list => list.Name, StringComparer.Ordinal);
        (To, And, Between, Until, Since) = (lists["to"], lists["and"], lists["between"], lists["until"], lists["since"]);
        (The, Link, Start, Schedule, Weekday) = (lists["the"], lists["clock-link"], lists["clock-start"], lists["schedule-word"], lists["weekday"]);
        (Except, MovedFrom, MovedTo, StartLabel, EndLabel) = (lists["except"], lists["moved-from"], lists["moved-to"], lists["start-label"], lists["end-label"]);
        LeadEnds = new[] { Except, MovedFrom, MovedTo }.SelectMany(LastWords).ToFrozenSet();
        Cues = DateCues.Of(rules);
    }

    /// <summary>The rules, of English and of the language.</summary>
    public RuleSet Rules { get; }
    /// <summary>What stands between the ends of a range.</summary>
    public WordList To { get; }
    /// <summary>What stands between the ends of a range that "between" leads in.</summary>
    public WordList And { get; }
    /// <summary>What leads in such a range.</summary>
    public WordList Between { get; }
    /// <summary>What says that only the end is known.</summary>
    public WordList Until { get; }
    /// <summary>What says that only the beginning is known.</summary>
    public WordList Since { get; }
    /// <summary>Articles.</summary>
    public WordList The { get; }
    /// <summary>What may stand between a date and its clock time.</summary>
    public WordList Link { get; }
    /// <summary>What says that something begins.</summary>
    public WordList Start { get; }
    /// <summary>Words of a sentence that says a time for all that stand below it.</summary>
    public WordList Schedule { get; }
    /// <summary>What leads in a day on which something does not take place.</summary>
    public WordList Except { get; }
    /// <summary>What leads in a day from which something was moved.</summary>
    public WordList MovedFrom { get; }
    /// <summary>What leads in the day to which it was moved.</summary>
    public WordList MovedTo { get; }
    /// <summary>The last words of these three, by their hash: most dates stand behind another word.</summary>
    public FrozenSet<ulong> LeadEnds { get; }
    /// <summary>Labels of a line that says when something begins.</summary>
    public WordList StartLabel { get; }
    /// <summary>Labels of a line that says when it ends.</summary>
    public WordList EndLabel { get; }
    /// <summary>Weekdays, in full and short.</summary>
    public WordList Weekday { get; }
    /// <summary>Words that tell what a date beside them is; null where the file has none.</summary>
    public DateCues? Cues { get; }

    /// <summary>English: the one that every document is read with.</summary>
    public static DateGrammar English => Of("en");

    /// <summary>The grammar of a file of <c>Rules/dates</c>, by its name without ending.</summary>
    public static DateGrammar Of(string file) =>
        Loaded.GetOrAdd(file, name => new(() => new(RuleSet.Shipped($"{Folder}/{name}.yml")))).Value;

    private static IEnumerable<ulong> LastWords(WordList list) => list.Singles.Concat(list.Longer.Select(words => TokenList.Of(words) is var tokens ? tokens[tokens.Count - 1].Hash : 0));
}
