using System.Collections.Immutable;
using Extract.Resolve.EventTypes;
using Extract.Resolve.Topics;
using Extract.Tag;
using Extract.Trained;

namespace Extract.Resolve;

/// <summary>Decides, for each announcement of a document, what its mentions mean and what they are to it. Pure and thread-safe.</summary>
public sealed class Resolver
{
    /// <summary>A resolver by the given models; without them it rests on rules.</summary>
    /// <param name="models">The models.</param>
    /// <param name="places">Who finds names of places in what only the markup says.</param>
    /// <param name="persons">Give the persons who are named with a title, too.</param>
    /// <param name="named">Keep the names of features: for training and for people who ask why.</param>
    public Resolver(ModelSet models, ITagger places, bool persons = false, bool named = false) =>
        (_persons, _named, _dates, _places, _organizations, _topics, _eventTypes) = (persons, named, new(models), new(models, places), new(models), new(models), new(models));

    private readonly bool _persons, _named;
    private readonly Dates.DateResolver _dates;
    private readonly Places.PlaceResolver _places;
    private readonly Organizations.OrganizationResolver _organizations;
    private readonly TopicResolver _topics;
    private readonly EventTypeResolver _eventTypes;

    /// <summary>The findings of each announcement, in order.</summary>
    public ImmutableArray<Findings> Resolve(TaggedDocument tagged, ImmutableArray<Announcement> announcements) =>
        [.. ResolveContext.Of(tagged, announcements, _named).Select(Resolve)];

    /// <summary>What the names of cities in each announcement may mean, in order: for a person who asks why.</summary>
    public ImmutableArray<ImmutableArray<Places.CityCandidate>> Cities(TaggedDocument tagged, ImmutableArray<Announcement> announcements) =>
        [.. ResolveContext.Of(tagged, announcements).Select(_places.Candidates)];

    /// <summary>For each announcement, which days and roles each of its dates may have, with what speaks for them: for people.</summary>
    public ImmutableArray<ImmutableArray<Dates.DateReason>> ExplainDates(TaggedDocument tagged, ImmutableArray<Announcement> announcements) =>
        [.. ResolveContext.Of(tagged, announcements).Select(_dates.Explain)];

    /// <summary>For each announcement, why it has its topics and its type: for people.</summary>
    public ImmutableArray<ImmutableArray<Labels.LabelReasons>> ExplainLabels(TaggedDocument tagged, ImmutableArray<Announcement> announcements) =>
        [.. ResolveContext.Of(tagged, announcements).Select(context => _eventTypes.Explain(context) is { } type ? _topics.Explain(context).Add(type) : _topics.Explain(context))];

    /// <summary>For each announcement, why its cities and bodies are what they are taken for: for people.</summary>
    public ImmutableArray<ImmutableArray<RoleReasons>> ExplainRoles(TaggedDocument tagged, ImmutableArray<Announcement> announcements) =>
        [.. ResolveContext.Of(tagged, announcements).Select(context => _places.Explain(context).AddRange(_organizations.Explain(context)))];

    private Findings Resolve(ResolveContext context)
    {
        var cities = _places.Resolve(context);
        var (status, online) = StatusResolver.Resolve(context, cities);
        var organizations = _organizations.Resolve(context);
        return new()
        {
            Announcement = context.Announcement,
            Published = context.Document.Published,
            Dates = _dates.Resolve(context),
            Cities = cities,
            Organizations = organizations,
            Persons = _persons ? Persons.PersonResolver.Resolve(context, organizations) : null,
            Topics = _topics.Resolve(context),
            EventType = _eventTypes.Resolve(context),
            EventStatus = status,
            Online = online,
        };
    }
}
