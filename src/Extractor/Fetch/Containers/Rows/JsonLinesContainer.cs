using System.Globalization;

namespace Extract.Fetch.Containers.Rows;

/// <summary>JSON lines: each an object with <c>text</c> or <c>html</c>, in the form of <c>pipe</c>'s input or with columns that the settings name.</summary>
internal sealed class JsonLinesContainer(Columns columns) : IContainer
{
    public IEnumerable<ContainerEntry>? Open(Content content) => content.Ends(".jsonl") || content.Ends(".ndjson") ? Entries(content) : null;

    private IEnumerable<ContainerEntry> Entries(Content content)
    {
        if (content.Start.StartsWith("\uFEFF"u8)) content.Stream.Skip(3);
        var lines = new ByteLines(content.Stream, content.MaxBytes);
        for (var number = 1; lines.Next() is { IsEmpty: false } line; number++)
        {
            if (line.Span.Trim(" \t\r\n"u8).IsEmpty) continue;
            if (lines.IsTooLong) yield return ContainerEntry.Lost(number.ToString(CultureInfo.InvariantCulture), ContainerFaults.TooLarge(content.MaxBytes), ContainerFaults.RaiseMaxBytes);
            else yield return JsonRow.Parse(line.TrimEnd("\r\n"u8), columns).ToEntry(number);
        }
    }
}
