using System.Collections.Immutable;
using Extract.Tag.Organizations;

namespace Extract.Resolve.Organizations;

/// <summary>Joins the mentions of one body: the same name in another spelling, an acronym and what it stands for, a short form and the long one.</summary>
internal static class Bodies
{
    private const int MostBetween = 10; // letters

    /// <summary>The bodies of an announcement, in order of their first place; inherited ones first.</summary>
    public static ImmutableArray<Body> Of(ResolveContext context)
    {
        var inside = context.Inside(MentionKind.Organization).ToArray();
        var above = context.Inherited(MentionKind.Organization).Where(mention => !context.Announcement.Span.Contains(mention.Span)).ToArray();
        var groups = new List<Group>();
        Mention? before = null;
        foreach (var mention in above.Concat(inside))
        {
            Place(mention, before, groups, context.Document.Text);
            before = mention;
        }
        JoinAcronyms(groups);
        return [.. groups.Select(group => group.ToBody(context.Announcement.Span)).OrderBy(body => body.First.Span)];
    }

    private static void Place(Mention mention, Mention? before, List<Group> groups, string text)
    {
        var names = new NameForms(mention, text);
        var own = OwnOf(mention);
        var letters = names.Letters is not null && before is not null && StandsForIt(before.Span, mention.Span, text) ? groups.Find(group => group.Holds(before) && group.TakesIn(own)) : null;
        var group = groups.Find(group => own is not null && group.Own == own) ?? letters ?? groups.Find(group => group.Has(names) && group.TakesIn(own)) ?? (own is null ? Longer(names, groups) : null);
        if (group is null) groups.Add(group = new());
        group.Add(mention, names);
        if (letters is not null && group == letters) group.Name(mention.Span.Of(text));
    }

    // "Prosecutor's Office Against Impunity (FECI)", "Advisory Group for Ukraine, or the ACA": letters right behind a name are its own, whatever they spell.
    private static bool StandsForIt(TextSpan name, TextSpan letters, string text)
    {
        if (letters.Start <= name.End || letters.Start - name.End > MostBetween) return false;
        return text.AsSpan(name.End, letters.Start - name.End).Trim() switch
        {
            "(" => letters.End < text.Length && text[letters.End] is ')' or ',' or ';',
            ", or" or ", or the" => true,
            _ => false,
        };
    }

    // What the user's own file names is one body by that, and never two of the file in one.
    private static OrganizationValue? OwnOf(Mention mention) => mention.Evidence.By == OrganizationTagger.Own ? (OrganizationValue)mention.Value! : null;

    // "The Council" after "Regional Cooperation Council": the one body before it whose name ends or begins with the words.
    private static Group? Longer(NameForms names, List<Group> groups)
    {
        var longer = groups.Where(group => group.IsLongFormOf(names)).Take(2).ToArray();
        return longer.Length == 1 ? longer[0] : null;
    }

    // "CPIB" beside "Corrupt Practices Investigation Bureau", whichever stands first and though no bracket says so.
    private static void JoinAcronyms(List<Group> groups)
    {
        foreach (var brief in groups.Where(group => group.Letters is not null).ToArray())
        {
            var known = AcronymQuestions.Names(brief.Letters!).Select(NameForms.Fold).ToArray();
            var full = groups.Where(group => group != brief && group.Letters is null && group.TakesIn(brief.Own) && (group.IsSpelledBy(brief.Letters!) || known.Any(group.IsNamed))).Take(2).ToArray();
            if (full.Length != 1) continue;
            full[0].Join(brief);
            groups.Remove(brief);
        }
    }

    private sealed class Group
    {
        private readonly List<Mention> _mentions = [];
        private readonly HashSet<string> _forms = new(StringComparer.Ordinal);
        private OrganizationValue? _value;

        /// <summary>What the user's own file says of it, or null.</summary>
        public OrganizationValue? Own { get; private set; }

        /// <summary>True where it may be the body that the file names.</summary>
        public bool TakesIn(OrganizationValue? own) => own is null || Own is null || Own == own;

        /// <summary>The acronym that all its mentions are, else null.</summary>
        public string? Letters { get; private set; }

        // The letters that the text gives right behind the name, where nothing else gave it some.
        public void Name(string letters) => _value = _value! with { Acronym = _value.Acronym ?? letters };

        public bool Holds(Mention mention) => _mentions.Contains(mention);

        public bool IsNamed(string form) => _forms.Contains(form);

        public bool IsSpelledBy(string letters) => _forms.Any(form => NameForms.Spells(letters, form));

        public void Join(Group brief)
        {
            _mentions.AddRange(brief._mentions);
            _forms.UnionWith(brief._forms);
            Own ??= brief.Own;
            if (Own is not null) _value = Own with { Acronym = Own.Acronym ?? _value!.Acronym ?? brief._value!.Acronym };
            else _value = _value! with { Acronym = _value.Acronym ?? brief._value!.Acronym ?? brief._value.Name };
        }

        public bool Has(NameForms names) => names.All.Any(_forms.Contains);

        public bool IsLongFormOf(NameForms names) => _forms.Any(names.IsShortFor);

        public void Add(Mention mention, NameForms names)
        {
            Letters = _mentions.Count == 0 || Letters == names.Letters ? names.Letters : null;
            _mentions.Add(mention);
            _forms.UnionWith(names.All);
            var value = (OrganizationValue)mention.Value!;
            Own ??= OwnOf(mention);
            if (Own is not null) _value = Own with { Acronym = Own.Acronym ?? _value?.Acronym ?? value.Acronym };
            else if (_value is null) _value = value;
            else if (Richness(value) > Richness(_value)) _value = value with { Acronym = value.Acronym ?? _value.Acronym, Id = value.Id ?? _value.Id };
            else _value = _value with { Acronym = _value.Acronym ?? value.Acronym, Id = _value.Id ?? value.Id };
        }

        public Body ToBody(TextSpan announcement)
        {
            var inside = _mentions.Where(mention => announcement.Contains(mention.Span)).OrderBy(mention => mention.Span).ToImmutableArray();
            return inside.IsEmpty ? new(_value!, [.. _mentions], true) : new(_value!, inside, false);
        }

        // A name that is more than its acronym, and the longer of two.
        private static int Richness(OrganizationValue value) => value.Name == value.Acronym ? 0 : value.Name.Length;
    }
}
