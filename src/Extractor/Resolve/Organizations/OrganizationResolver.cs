using System.Collections.Immutable;
using Extract.Trained;

namespace Extract.Resolve.Organizations;

/// <summary>
/// Decides which bodies an announcement has and what each is to it: organizer, co-organizer, host, supporter, participant, mentioned, or none of its
/// concern. Pure and thread-safe.
/// </summary>
public sealed class OrganizationResolver
{
    /// <summary>The name of the model of roles.</summary>
    public const string ModelName = "organizations.role";
    /// <summary>The class of what is no body, or none that the announcement concerns.</summary>
    public const string None = "none";

    // What the words around a name say of it (it is none) and what the tagger says of the name itself weigh alike: neither alone does as well on sources that were not seen.
    private const double Least = 0.33;
    private const double LeastOfOthers = 0.25;
    private static readonly Feature Role = new("role"), Probability = new("probability"), Margin = new("margin"), NoneBin = new("none"), Trust = new("trust"), Times = new("times"), HasId = new("has-id"), Inherited = new("inherited"),
        Bodies_ = new("bodies"), By = new("by");

    private readonly LinearModel? _model;
    private readonly string[] _classes;
    private readonly bool[] _runs;
    private readonly int _organizer;

    /// <summary>A resolver with the models of the set; without one it rests on the cue words alone.</summary>
    public OrganizationResolver(ModelSet models)
    {
        ArgumentNullException.ThrowIfNull(models);
        _model = models.Find(ModelName);
        _classes = [.. _model?.Classes ?? []];
        _runs = [.. _classes.Select(OrganizationRole.Runs)];
        _organizer = Array.IndexOf(_classes, "organizer");
    }

    /// <summary>The bodies of the announcement, one candidate a body, in order of first place.</summary>
    public ImmutableArray<Candidate<OrganizationFinding>> Resolve(ResolveContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var bodies = Bodies.Of(context);
        var features = new RoleFeatures(context, bodies);
        var vector = new FeatureVector();
        var found = ImmutableArray.CreateBuilder<Candidate<OrganizationFinding>>();
        var shares = new double[bodies.Length][];
        var stated = MarkupWitness.Of(context).Where(each => each.Organizer is not null).ToArray();
        var organizers = stated.Select(each => NameForms.Fold(each.Organizer!)).ToArray();
        for (var i = 0; _model is not null && i < bodies.Length; i++)
        {
            features.Write(i, vector);
            _model.Probabilities(vector, shares[i] = new double[_classes.Length]);
            if (MarkupBodies.Agrees(context, bodies[i], organizers)) MarkupWitness.Raise(shares[i], _organizer, MarkupWitness.SameName);
        }
        var chief = shares.Length == 0 || _model is null ? 0 : shares.Max(RunsShare);
        for (var i = 0; i < bodies.Length; i++)
        {
            var decision = _model is null ? RoleRules.Decide(bodies[i], features.Constructions[i]) : RoleRules.Sure(context, bodies, i, features.Constructions) ?? Decide(shares[i], chief);
            if (bodies[i].IsOwn) decision = decision.Own();
            else if (!IsBody(decision, bodies[i])) continue;
            var candidate = ToCandidate(context, bodies[i], decision, bodies.Length);
            if (decision.Role == "organizer" && stated.Length > 0) MarkupWitness.Note(candidate.Features, MarkupBodies.Agrees(context, bodies[i], organizers));
            found.Add(candidate);
        }
        if (!found.Any(candidate => OrganizationRole.Runs(candidate.Finding.Role)) && MarkupBodies.Of(stated) is { } only) found.Add(only);
        return found.ToImmutable();
    }

    /// <summary>Why each body has its role: for people.</summary>
    public ImmutableArray<RoleReasons> Explain(ResolveContext context) => _model is null ? [] : [.. BodyReasons.Of(context, Resolve(context), _model)];

    private static bool IsBody(RoleDecision decision, Body body) => LogOdds.Bounded(1 - decision.None) + LogOdds.Bounded(body.Trust) >= 2 * LogOdds.Of(Least);

    private double RunsShare(double[] shares)
    {
        var sum = 0.0;
        for (var i = 0; i < shares.Length; i++) if (_runs[i]) sum += shares[i];
        return sum;
    }

    // Who runs an event is asked first, and which of the three ways of running it only then: the three take probability from one another.
    // The body that most likely runs it does so on less than the others need.
    private RoleDecision Decide(double[] shares, double chief)
    {
        var runs = RunsShare(shares);
        var mayRun = runs >= chief || runs >= LeastOfOthers;
        var (best, second, most, none) = (-1, 0.0, 0.0, 0.0);
        for (var i = 0; i < shares.Length; i++)
        {
            if (_classes[i] == None) { none = shares[i]; continue; }
            // The family's sum first, the role's own share second.
            var weight = !_runs[i] ? shares[i] : mayRun ? runs + (shares[i] * 1e-3) : shares[i] * 0.5;
            if (best < 0 || weight > most) (second, best, most) = (best < 0 ? 0 : shares[best], i, weight);
            else second = Math.Max(second, shares[i]);
        }
        return best < 0 ? new("mentioned", 0, 0, 1) : new(_classes[best], shares[best], shares[best] - second, none);
    }

    private Candidate<OrganizationFinding> ToCandidate(ResolveContext context, Body body, RoleDecision decision, int bodies)
    {
        var features = new FeatureVector(context.Named);
        features.Add(Role, decision.Role);
        features.AddBinned(Probability, decision.Probability);
        features.AddBinned(Margin, decision.Margin);
        features.AddBinned(NoneBin, decision.None);
        features.AddBinned(Trust, body.Trust);
        features.AddCount(Times, body.Mentions.Length, 3);
        features.AddCount(Bodies_, Math.Min(bodies, 6), 6);
        features.Add(By, body.First.Evidence.By);
        if (body.Value.Id is not null) features.Add(HasId);
        if (body.Inherited) features.Add(Inherited);
        return new(ToFinding(context, body, decision.Role), decision.Probability, features, AcronymQuestions.Of(body));
    }

    private OrganizationFinding ToFinding(ResolveContext context, Body body, string role) => new()
    {
        Text = body.First.Span.Of(context.Document.Text),
        Start = body.First.Span.Start,
        End = body.First.Span.End,
        Name = body.Value.Name,
        Acronym = body.Value.Acronym,
        Id = body.Value.Id,
        Role = role,
        By = $"{body.First.Evidence.By}+{(_model is null ? "organizations.cues" : ModelName)}",
        Inherited = body.Inherited ? true : null,
        Also = body.Mentions.Length > 1 ? [.. body.Mentions.Skip(1).Select(mention => ImmutableArray.Create(mention.Span.Start, mention.Span.End))] : null,
    };
}

/// <summary>What a body was taken for.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Probability">Of the role.</param>
/// <param name="Margin">To the next role.</param>
/// <param name="None">That it is no body, or none that the announcement concerns.</param>
internal readonly record struct RoleDecision(string Role, double Probability, double Margin, double None)
{
    /// <summary>The same of a name that the user's own file gives: it is a body, whatever the text looks like. What spoke for none is shared by the roles.</summary>
    public RoleDecision Own() => None >= 1 ? this with { None = 0 } : this with { Probability = Probability / (1 - None), Margin = Margin / (1 - None), None = 0 };
}
