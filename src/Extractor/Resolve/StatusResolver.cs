using System.Collections.Immutable;
using Extract.Resolve.Labels;
using Extract.Resolve.Places;
using Extract.Tag;

namespace Extract.Resolve;

/// <summary>Decides whether an event takes place and whether one attends it from afar, by the cues of <c>Rules/status.yml</c> and the cities that were found. Pure and thread-safe.</summary>
public static class StatusResolver
{
    /// <summary>Takes place as far as the text says.</summary>
    public const string Scheduled = "scheduled";
    private const string Postponed = "postponed";
    private const string Cancelled = "cancelled";
    // What is called off is called off at the beginning; further down the text speaks of last year's, or of bookings.
    private const int StatusTokens = 120;

    /// <summary>The status, and true where the event can be attended online, false where only a place is stated, null where the text does not say.</summary>
    /// <param name="context">The announcement.</param>
    /// <param name="cities">Its cities: a venue is a place that is stated, while the bare name of a city may be anything.</param>
    public static (string Status, bool? Online) Resolve(ResolveContext context, ImmutableArray<Candidate<CityFinding>> cities)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cues = new Cues(cities.Any(city => city.Finding.Role == PlaceResolver.Venue));
        foreach (var zone in Zones.Of(context))
            if (zone.Zone != Zone.Around) cues.Hear(context, zone);
        return (cues.Status, cues.Online);
    }

    private struct Cues(bool place)
    {
        private bool _online, _hybrid, _inPerson;
        private string? _status;
        private int _statusAt;

        public readonly string Status => _status ?? Scheduled;

        public readonly bool? Online => _hybrid || _online ? true : _inPerson || place ? false : null;

        public void Hear(ResolveContext context, ZoneSpan zone)
        {
            var span = zone.Span(context.Tokens);
            var begin = context.Tokens.IndexAt(context.Announcement.Span.Start);
            foreach (var mention in MentionRange.Of(context.Mentions, span))
            {
                var at = context.Tokens.IndexAt(mention.Span.Start) - begin;
                if (mention.Kind == MentionKind.Cue && mention.Value is LabelValue { Weight: 1 } cue) Hear(cue.Label, zone.Zone == Zone.Title ? -1 : at);
            }
        }

        private void Hear(string cue, int at)
        {
            _online |= cue == "online";
            _hybrid |= cue == "hybrid";
            _inPerson |= cue == "in-person";
            if (cue is not (Postponed or Cancelled) || at > StatusTokens || (_status is not null && at >= _statusAt)) return;
            (_status, _statusAt) = (cue, at);
        }
    }
}
