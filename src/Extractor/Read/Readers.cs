using System.Collections.Immutable;

namespace Extract.Read;

/// <summary>
/// The stage: the first reader of the list that knows the source's kind reads it. Never throws, whatever the bytes: what cannot be read is a fault,
/// what holds nothing or is in another language is dropped. Pure and thread-safe.
/// </summary>
public sealed class Readers(ReadSettings settings, ImmutableArray<IReader> readers)
{
    /// <summary>The readers that ship.</summary>
    public Readers(ReadSettings settings) : this(settings, Shipped(new HtmlReader(settings)))
    {
    }

    private static ImmutableArray<IReader> Shipped(HtmlReader html) =>
        [html, new MarkdownReader(), new PdfReader(), new WordReader(), new OpenDocumentReader(), new MailReader(html), new CalendarReader(html), new PlainTextReader()];

    /// <summary>The document, or why there is none.</summary>
    public ReadResult Read(Source source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Bytes.Length > settings.MaxBytes) return new(null, ReadFaults.TooLarge(source, source.Bytes.Length, settings.MaxBytes));
        if (source.Bytes.IsEmpty && string.IsNullOrEmpty(source.Text)) return Empty;
        foreach (var reader in readers)
            if (reader.Read(source, cancellation) is { } result)
                return result.Document is { } document ? Judge(MarkupChecks.Sift(document)) : result;
        return new(null, ReadFaults.UnknownType(source));
    }

    private static ReadResult Empty => new(null, null, new Dropped(null, "empty"));

    private ReadResult Judge(Document document)
    {
        if (document.Blocks.IsEmpty) return Empty;
        var unsupported = document.Language is { } language && !settings.Languages.IsEmpty && !settings.Languages.Contains(language);
        return unsupported ? new(null, null, new Dropped(null, $"unsupported language: {document.Language}")) : new(document.Language == Languages.Cyrillic ? document with { Language = null } : document);
    }
}
