using System.Collections.Immutable;
using System.IO.Compression;

namespace Extract.Run;

/// <summary>A document as the state keeps it, compressed and without its source: so that new rules, models or settings need no second reading.</summary>
internal static class DocumentBytes
{
    public static byte[] Of(Document document)
    {
        using var stream = new MemoryStream();
        using (var packed = new BrotliStream(stream, CompressionLevel.Fastest))
        using (var writer = new BinaryWriter(packed))
        {
            writer.Write(document.Text);
            Write(writer, document.Title);
            Write(writer, document.Language);
            Write(writer, document.Published);
            Write(writer, document.Blocks, block =>
            {
                writer.Write((byte)block.Kind);
                Write(writer, block.Span);
                writer.Write7BitEncodedInt(block.Level);
                writer.Write7BitEncodedInt(block.Group);
                Write(writer, block.Anchor);
            });
            Write(writer, document.Links, link =>
            {
                Write(writer, link.Span);
                writer.Write(link.Href);
            });
            Write(writer, document.Times, time =>
            {
                Write(writer, time.Span);
                Write(writer, time.Day);
                Write(writer, time.Time);
                Write(writer, time.Zone);
            });
            Write(writer, document.MarkupEvents, stated => Write(writer, stated));
            Write(writer, document.IgnoredMarkup, writer.Write);
        }
        return stream.ToArray();
    }

    /// <summary>The text alone, which stands first. Throws as <see cref="From"/> does.</summary>
    public static string Text(byte[] bytes)
    {
        using var reader = new BinaryReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return reader.ReadString();
    }

    /// <summary>The document of a source. Throws <see cref="InvalidDataException"/> or <see cref="IOException"/> where the bytes are none.</summary>
    public static Document From(byte[] bytes, Source source)
    {
        using var reader = new BinaryReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress));
        return new()
        {
            Source = source,
            Text = reader.ReadString(),
            Title = Text(reader),
            Language = Text(reader),
            Published = Day(reader),
            Blocks = Read(reader, () => new Block((BlockKind)reader.ReadByte(), Span(reader), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), Text(reader))),
            Links = Read(reader, () => new Hyperlink(Span(reader), reader.ReadString())),
            Times = Read(reader, () => new StatedTime(Span(reader), Day(reader)!.Value, Time(reader), Text(reader))),
            MarkupEvents = Read(reader, () => Event(reader)),
            IgnoredMarkup = Read(reader, reader.ReadString),
        };
    }

    private static void Write(BinaryWriter writer, MarkupEvent stated)
    {
        writer.Write(stated.Name);
        Write(writer, stated.Start);
        Write(writer, stated.End);
        foreach (var text in new[] { stated.City, stated.Country, stated.Organizer, stated.By, stated.Region, stated.Location, stated.TimeZone, stated.Recurrence }) Write(writer, text);
        Write(writer, stated.FromTime);
        Write(writer, stated.ToTime);
    }

    private static MarkupEvent Event(BinaryReader reader) => new(reader.ReadString(), Day(reader), Day(reader), Text(reader), Text(reader), Text(reader), Text(reader)!)
    {
        Region = Text(reader),
        Location = Text(reader),
        TimeZone = Text(reader),
        Recurrence = Text(reader),
        FromTime = Time(reader),
        ToTime = Time(reader),
    };

    private static void Write(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null) writer.Write(text);
    }

    private static string? Text(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static void Write(BinaryWriter writer, DateOnly? day) => writer.Write7BitEncodedInt(day is { } known ? known.DayNumber + 1 : 0);

    private static DateOnly? Day(BinaryReader reader) => reader.Read7BitEncodedInt() is > 0 and var number ? DateOnly.FromDayNumber(number - 1) : null;

    private static void Write(BinaryWriter writer, TimeOnly? time) => writer.Write7BitEncodedInt64(time is { } known ? known.Ticks + 1 : 0);

    private static TimeOnly? Time(BinaryReader reader) => reader.Read7BitEncodedInt64() is > 0 and var ticks ? new TimeOnly(ticks - 1) : null;

    private static void Write(BinaryWriter writer, TextSpan span)
    {
        writer.Write7BitEncodedInt(span.Start);
        writer.Write7BitEncodedInt(span.Length);
    }

    private static TextSpan Span(BinaryReader reader) => reader.Read7BitEncodedInt() is var start ? new(start, start + reader.Read7BitEncodedInt()) : default;

    private static void Write<T>(BinaryWriter writer, ImmutableArray<T> items, Action<T> write)
    {
        writer.Write7BitEncodedInt(items.Length);
        foreach (var item in items) write(item);
    }

    private static ImmutableArray<T> Read<T>(BinaryReader reader, Func<T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--) items.Add(read());
        return items.DrainToImmutable();
    }
}
