using System.Globalization;
using Extract.Text;
using Extract.Trained;

namespace Extract.Resolve.Dates;

/// <summary>Takes the event date from a page's markup where its text gives none.</summary>
internal static class MarkupDates
{
    private const double Trust = 0.7;
    private static readonly Feature OnlyMarkup = new("only-markup");

    /// <summary>The days of the one event of the page's markup that bears the announcement's title, or that is alone as the announcement is; or null.</summary>
    public static Candidate<DateFinding>? Of(ResolveContext context)
    {
        var events = context.Document.MarkupEvents.Where(stated => stated.Start is not null).ToArray();
        var named = events.Where(stated => Folding.Fold(stated.Name) == Folding.Fold(context.Announcement.Title)).ToArray();
        var stated = named.Length == 1 ? named[0] : events.Length == 1 && context.Announcements.Length == 1 ? events[0] : null;
        if (stated?.Start is not { } from) return null;
        var features = new FeatureVector(named: true);
        features.Add(OnlyMarkup);
        return new(new()
        {
            Text = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            From = from,
            To = stated.End ?? from,
            Role = "event",
            By = stated.By,
        }, Trust, features);
    }
}
