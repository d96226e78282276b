using Extract.Fetch;
using Extract.Read;
using Extract.Read.Html;
using Extract.Review;
using Extract.Run;

namespace Extract.Commands.Reviewing;

/// <summary>The documents that records come from: their texts and the pages of the web as the run's state keeps them, and other pages where their files still lie there.</summary>
internal sealed class ReviewedDocuments(Settings settings, string state) : IDocuments
{
    // A page that lies far down in a large archive is not worth waiting for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly HtmlReader _reader = new(settings.Read);

    /// <inheritdoc/>
    public string? Text(Record record) => StateSources.Text(state, record.Source.Id);

    /// <inheritdoc/>
    public bool HasPage(Record record) => InputOf(record) is var input && (WebClient.IsWeb(input)
        ? StateSources.HasPage(state, record.Source.Id) : File.Exists(settings.Resolved(SourcePaths.Parted(input, settings.Folder).File)));

    /// <inheritdoc/>
    public async Task<string?> PageAsync(Record record, CancellationToken cancellation)
    {
        if (!HasPage(record)) return null;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(Patience);
        try
        {
            return await SourceAsync(record, limited.Token) is { MediaType: "text/html" or "application/xhtml+xml" } source && source.Sha256 == record.Source.Sha256 ? _reader.Mark(source, Marks(record)) : null;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    // What came from the web is asked of nobody again. A page of a web archive is called by its address, and lies in the archive.
    private string InputOf(Record record) => WebClient.IsWeb(record.Source.Id) ? StateSources.Input(state, record.Source.Id) ?? record.Source.Id : record.Source.Id;

    private async Task<Source?> SourceAsync(Record record, CancellationToken cancellation)
    {
        var named = InputOf(record);
        if (WebClient.IsWeb(named)) return StateSources.Page(state, record.Source.Id);
        using var fetcher = new Fetcher(settings.Fetch with { Sources = [named] }, settings.Folder, settings.Read.MaxBytes, new HashSet<string>());
        await foreach (var input in fetcher.InputsAsync(cancellation)) return (await fetcher.FetchAsync(input, cancellation)).Source;
        return null;
    }

    // In order of place, and none over another.
    private static IEnumerable<PageMark> Marks(Record record)
    {
        var at = 0;
        foreach (var mark in All(record).OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.Length))
        {
            if (mark.Span.Start < at) continue;
            yield return mark;
            at = mark.Span.End;
        }
    }

    private static IEnumerable<PageMark> All(Record record) =>
    [
        .. Places(record.Dates, "dates", date => $"{date.From:yyyy-MM-dd} – {date.To:yyyy-MM-dd}"),
        .. Places(record.Cities, "cities", city => $"{city.Name}, {city.Country}"),
        .. Places(record.Organizations, "organizations", body => body.Name),
    ];

    private static IEnumerable<PageMark> Places<T>(IEnumerable<T> findings, string kind, Func<T, string> says) where T : Finding =>
        findings.SelectMany(finding => Spans(finding).Select(span => new PageMark(span, kind, $"{says(finding)} ({finding.Role})")));

    private static IEnumerable<TextSpan> Spans(Finding finding) =>
        [.. finding.Span is { } span ? new[] { span } : [], .. (finding.Also ?? []).Where(place => place.Length == 2).Select(place => new TextSpan(place[0], place[1]))];
}
