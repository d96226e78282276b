using System.Collections.Immutable;
using Extract.Trained;

namespace Extract.Resolve.Places;

/// <summary>
/// Decides which names are cities of an announcement, which cities they are, and where it takes place. One candidate a city, in order of place;
/// pure and safe to share between threads. Without models it rests on rules.
/// </summary>
/// <param name="models">The trained models.</param>
public sealed class PlaceResolver(ModelSet models)
{
    /// <summary>The name of the model of roles.</summary>
    internal const string RoleModel = "cities.role";
    /// <summary>The role of a city in which something takes place.</summary>
    internal const string Venue = "venue";
    /// <summary>The role of all other cities.</summary>
    internal const string Mentioned = "mentioned";
    /// <summary>What a name is that is no city of the announcement.</summary>
    internal const string None = "none";

    private readonly PlaceChooser _chooser = new(models.Find(PlaceChooser.Model));
    private readonly LinearModel? _roles = models.Find(RoleModel);

    /// <summary>The cities of the announcement that is asked about.</summary>
    public ImmutableArray<Candidate<CityFinding>> Resolve(ResolveContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var scene = PlaceScene.Of(context);
        var cities = PlaceCity.Of(scene, _chooser);
        var stated = MarkupWitness.Of(context).Where(each => each.City is not null).ToArray();
        var (found, union) = (ImmutableArray.CreateBuilder<Candidate<CityFinding>>(), new FeatureUnion());
        for (var i = 0; i < cities.Length; i++)
        {
            cities[i].Fill(union, scene, cities);
            var roles = _roles is null ? cities[i].ByRule : Roles(_roles, union.Features);
            if (cities[i].IsOwn) roles = roles.Own(cities[i].IsOwnVenue);
            var agrees = MarkupCities.Agrees(cities[i], stated);
            if (agrees) roles = roles.Raised(MarkupWitness.SameName);
            if (roles.None >= 0.5) continue;
            var candidate = PlaceFindings.Candidate(scene, cities[i], roles, _roles is null ? "cities.rules" : RoleModel);
            if (candidate.Finding.Role == Venue && stated.Length > 0) MarkupWitness.Note(candidate.Features, agrees);
            found.Add(candidate);
        }
        if (!found.Any(candidate => candidate.Finding.Role == Venue) && MarkupCities.Of(stated) is { } only) found.Add(only);
        return found.ToImmutable();
    }

    private static PlaceRoles Roles(LinearModel model, FeatureVector features)
    {
        Span<double> odds = stackalloc double[8];
        model.Probabilities(features, odds);
        var (venue, mentioned) = (0.0, 0.0);
        for (var i = 0; i < model.Classes.Count; i++)
            if (model.Classes[i] == Venue) venue = odds[i];
            else if (model.Classes[i] == Mentioned) mentioned = odds[i];
        return new(venue, mentioned);
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
