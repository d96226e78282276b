using System.Collections.Immutable;
using Extract.Tag;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>
/// Decides which names are cities of an announcement, which cities they are, and where it takes place. One candidate a city, in order of place;
/// pure and safe to share between threads. Without models it rests on rules.
/// </summary>
/// <param name="models">The trained models.</param>
/// <param name="places">Who finds names of places in what only the markup says.</param>
public sealed class PlaceResolver(ModelSet models, ITagger places)
{
    /// <summary>The name of the model that tells cities from what else goes by their names.</summary>
    internal const string CityModel = "cities.city";
    /// <summary>The name of the model that tells venues from cities that are mentioned.</summary>
    internal const string VenueModel = "cities.venue";
    /// <summary>The role of a city in which something takes place.</summary>
    internal const string Venue = "venue";
    /// <summary>The role of all other cities.</summary>
    internal const string Mentioned = "mentioned";
    /// <summary>What a name is that is no city of the announcement.</summary>
    internal const string None = "none";

    // A city that is less probable is left out; one that is less probable than not becomes a question. Chosen on announcements alone, where it hardly matters:
    // 0.32 and 0.4 give cities an F1 of 0.851 and 0.852 by folds, venues 0.793 and 0.798.
    private const double Doubtful = 0.4;

    private const int MostShown = 5;
    private const double LeastExplained = 0.05;

    private readonly PlaceChooser _chooser = new(models.Find(PlaceChooser.Model));
    private readonly MarkupCities _markup = new(places, new(models.Find(PlaceChooser.Model)));
    private readonly LinearModel? _city = models.Find(CityModel);
    private readonly LinearModel? _venue = models.Find(VenueModel);

    /// <summary>The cities of the announcement that is asked about.</summary>
    public ImmutableArray<Candidate<CityFinding>> Resolve(ResolveContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scene = PlaceScene.Of(context);
        var cities = PlaceCity.Of(scene, _chooser);
        var witnesses = MarkupWitness.Of(context);
        var stated = witnesses.Where(each => each.City is not null).ToArray();
        var (found, union) = (ImmutableArray.CreateBuilder<Candidate<CityFinding>>(), new FeatureUnion());
        for (var i = 0; i < cities.Length; i++)
        {
            var roles = Roles(scene, cities, i, union);
            if (cities[i].IsOwn) roles = roles.Own(cities[i].IsOwnVenue);
            var agrees = MarkupCities.Agrees(cities[i], stated);
            if (agrees) roles = roles.Raised(MarkupWitness.SameName);
            if (1 - roles.None < (_city is null ? 0.5 : Doubtful)) continue;
            var candidate = PlaceFindings.Candidate(scene, cities[i], roles, _city is null || _venue is null ? "cities.rules" : VenueModel);
            if (candidate.Finding.Role == Venue && stated.Length > 0) MarkupWitness.Note(candidate.Features, agrees);
            found.Add(candidate);
        }
        // What an announcement says of itself goes before what a heading says of all below it.
        if (found.Any(candidate => candidate.Finding is { Role: Venue, Inherited: null })) found.RemoveAll(candidate => candidate.Finding is { Role: Venue, Inherited: true });
        if (!found.Any(candidate => candidate.Finding.Role == Venue) && _markup.Of(scene, witnesses) is { } only) found.Add(only);
        return found.ToImmutable();
    }

    /// <summary>Every city that the names of the announcement may mean, also those that were decided against: the most likely first, five a name at the most.</summary>
    public ImmutableArray<CityCandidate> Candidates(ResolveContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (scene, union, all) = (PlaceScene.Of(context), new FeatureUnion(), ImmutableArray.CreateBuilder<CityCandidate>());
        var cities = PlaceCity.Of(scene, _chooser);
        foreach (var name in scene.Names)
        {
            var odds = _chooser.Choose(scene, name);
            var best = Array.IndexOf(odds, odds.Max());
            var roles = Roles(scene, cities, Enumerable.Range(0, cities.Length).First(i => cities[i].Names.Contains(name)), union);
            foreach (var i in Enumerable.Range(0, odds.Length).OrderByDescending(i => odds[i]).Take(MostShown))
                all.Add(new(name.Places[0].Mention.Span, name.Places[0].Mention.Span.Of(context.Document.Text), name.Candidates[i], odds[i],
                    _chooser.Because(scene, name, i), i == best ? 1 - roles.None : null, i == best ? roles.Venue : null));
        }
        return all.ToImmutable();
    }

    /// <summary>Why each name that may be a city of the announcement is one, and why something takes place there: for people.</summary>
    public ImmutableArray<RoleReasons> Explain(ResolveContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_city is null || _venue is null) return [];
        var (scene, union, all) = (PlaceScene.Of(context), new FeatureUnion(named: true), ImmutableArray.CreateBuilder<RoleReasons>());
        var cities = PlaceCity.Of(scene, _chooser);
        foreach (var city in cities)
        {
            var name = city.Names[0].Places[0].Mention.Span.Of(context.Document.Text);
            PlaceCityFeatures.Fill(union, scene, city);
            var isCity = new RoleReasons(name, "city", _city.Probability(union.Features), Reasons.Of(_city, union.Features), []);
            if (isCity.Probability < LeastExplained) continue;
            city.Fill(union, scene, cities);
            all.AddRange(isCity, new(name, Venue, _venue.Probability(union.Features), Reasons.Of(_venue, union.Features), []));
        }
        return all.ToImmutable();
    }

    private PlaceRoles Roles(PlaceScene scene, ImmutableArray<PlaceCity> cities, int at, FeatureUnion union)
    {
        if (_city is null || _venue is null) return cities[at].ByRule;
        cities[at].Fill(union, scene, cities);
        var venue = _venue.Probability(union.Features);
        PlaceCityFeatures.Fill(union, scene, cities[at]);
        var city = Math.Max(_city.Probability(union.Features), venue);
        return new(venue, city - venue);
    }
}

/// <summary>The probabilities of a city's roles.</summary>
/// <param name="Venue">Something takes place there.</param>
/// <param name="Mentioned">It is a city of the announcement, and no venue.</param>
internal readonly record struct PlaceRoles(double Venue, double Mentioned)
{
    /// <summary>It is no city, or none of the announcement.</summary>
    public double None => 1 - Venue - Mentioned;

    // A house is named where something takes place in it, mostly; the text may still say otherwise.
    private const double OwnHouse = 1.5;

    /// <summary>The same of a name that the user's own file gives: it is a city, whatever the text looks like.</summary>
    public PlaceRoles Own(bool isVenue)
    {
        var share = Venue + Mentioned > 0 ? Venue / (Venue + Mentioned) : 0.5;
        var roles = new PlaceRoles(share, 1 - share);
        return isVenue ? roles.Raised(OwnHouse) : roles;
    }

    /// <summary>The same with higher odds of the venue.</summary>
    public PlaceRoles Raised(double logOdds)
    {
        Span<double> shares = [Venue, Mentioned, None];
        MarkupWitness.Raise(shares, 0, logOdds);
        return new(shares[0], shares[1]);
    }
}
