using System.Collections.Immutable;
using Extract.Trained;

namespace Extract.Resolve.Organizations;

/// <summary>What <see cref="RoleFeatures"/> takes from how sentences are built: of each mention of a body, and of the bodies beside it.</summary>
internal sealed class ConstructionFeatures
{
    private static readonly Feature Does = new("does"), Link = new("link"), LinkCue = new("link-cue"), Person = new("person"), Place = new("place"), Kin = new("kin"), Label = new("line-says"), Section = new("section"), Life = new("life"),
        Dated = new("dated"), Says = new("says"), SaysFirst = new("first-place-says"), TripSays = new("trip-says"), LaterSays = new("later-in-list-says"), Quiet = new("says-nothing-while-others-run"), OthersRun = new("others-run"),
        RunBefore = new("run-before"), Elsewhere = new("announcements-that-name-it"), Zone = new("zone");

    private readonly ResolveContext _context;
    private readonly ImmutableArray<Body> _bodies;
    private readonly ImmutableArray<ImmutableArray<Construction>> _constructions;
    private readonly bool[] _runs;
    private readonly bool _trip;

    /// <summary>The features of the bodies of one announcement.</summary>
    /// <param name="context">The announcement.</param>
    /// <param name="bodies">Its bodies.</param>
    /// <param name="most">How many mentions of a body are looked at.</param>
    /// <param name="trip">True where the title tells of a visit: who is named is met or receives.</param>
    public ConstructionFeatures(ResolveContext context, ImmutableArray<Body> bodies, int most, bool trip)
    {
        (_context, _bodies, _trip) = (context, bodies, trip);
        var reader = new ConstructionReader(context);
        _constructions = [.. bodies.Select(body => body.Mentions.Take(most).Select(reader.Read).ToImmutableArray())];
        _runs = [.. _constructions.Select(each => each.Any(one => one.Runs))];
    }

    /// <summary>How the sentences around each body's mentions are built, in the order of the bodies.</summary>
    public ImmutableArray<ImmutableArray<Construction>> All => _constructions;

    /// <summary>Adds the features of a body.</summary>
    public void Write(int index, FeatureVector features)
    {
        var others = _runs.Count(runs => runs) - (_runs[index] ? 1 : 0);
        var own = _runs[index] ? "runs" : "not";
        features.Add(OthersRun, $"{own}-{Math.Min(2, others)}");
        features.Add(RunBefore, $"{own}-{Math.Min(2, _runs.Take(index).Count(runs => runs))}");
        if (_context.Announcements.Length > 2) features.AddCount(Elsewhere, _context.NameCounts.Of(_bodies[index], _context.Document.Text), 4);
        features.Add(Zone, ZoneOf(_bodies[index]));
        for (var i = 0; i < _constructions[index].Length; i++)
        {
            Write(_constructions[index][i], features);
            WriteWhole(_constructions[index][i].Says, i == 0, others > 0, features);
            if (_constructions[index][i] is { Later: true } later) features.Add(LaterSays, later.Says ?? "nothing");
        }
    }

    private void WriteWhole(string? says, bool first, bool othersRun, FeatureVector features)
    {
        features.Add(Says, says ?? "nothing");
        if (first) features.Add(SaysFirst, says ?? "nothing");
        if (_trip) features.Add(TripSays, says ?? "nothing");
        if (othersRun && says is null) features.Add(Quiet);
    }

    private static void Write(Construction it, FeatureVector features)
    {
        var place = it.Later ? "later" : "first";
        if (it.Does is { } does)
        {
            features.Add(Does, it.Dated ? does + "-dated" : does);
            features.Add(Does, $"{does}-{place}");
        }
        if (it.Link is { } link) features.Add(Link, link);
        if (it.Cue is { } cue)
        {
            features.Add(LinkCue, $"{it.Link}-{cue}");
            features.Add(LinkCue, $"{it.Link}-{cue}-{place}");
        }
        Write(Person, it.Person, features);
        Write(Place, it.Place, features);
        Write(Kin, it.Kin, features);
        Write(Label, it.Label, features);
        Write(Section, it.Section, features);
        if (it.Life) features.Add(Life, it.Person is null ? "no-title" : "title");
        if (it.Dated) features.Add(Dated);
    }

    private static void Write(Feature feature, string? value, FeatureVector features)
    {
        if (value is not null) features.Add(feature, value);
    }

    private string ZoneOf(Body body)
    {
        if (_context.Announcement.TitleSpan is { } title && title.Contains(body.First.Span)) return "title";
        return (body.First.Span.Start - _context.Announcement.Span.Start) switch { < 250 => "top", < 800 => "early", _ => "late" };
    }
}
