using System.Collections.Immutable;
using System.Security.Cryptography;
using Extract.Fetch.Containers.Rows;
using Extract.Fetch.Containers.Warc;

namespace Extract.Fetch.Containers;

/// <summary>
/// Opens containers, and the containers in them, into the documents that they hold. Nothing is ever written; of the documents only one is in memory at a time. Whatever is
/// wrong with an archive, what can be read of it is, and the rest is a fault that says where.
/// </summary>
/// <param name="settings">The settings.</param>
/// <param name="maxBytes">A larger document is a fault.</param>
/// <param name="skips">True for names of files that are no sources.</param>
internal sealed class Unpacker(FetchSettings settings, long maxBytes, Func<string, bool> skips)
{
    /// <summary>The kinds that are known, the first one that opens it has it.</summary>
    private readonly ImmutableArray<IContainer> _kinds =
    [
        new WarcContainer(), new ZipContainer(), new GzipContainer(), new TarContainer(), new MboxContainer(), new MailContainer(), new JsonLinesContainer(new(settings.Columns)), new CsvContainer(new(settings.Columns)),
    ];

    /// <summary>The documents of a file; null where it is no container, or cannot be read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="at">Told with each document how far in the file reading is.</param>
    public IEnumerable<Input>? Open(Input file, Action<long>? at = null)
    {
        // A pipe that the shell has opened can be read only once, and has no length.
        if (!RegularFiles.IsRegular(file.Location) || new FileInfo(file.Location) is not { Exists: true, Length: > 0 }) return null;
        FileStream stream;
        try
        {
            stream = new(file.Location, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        var walk = new Walk(this, file, new(settings, Length(stream)), at);
        if (walk.Open(stream) is { } inputs) return inputs;
        stream.Dispose();
        return null;
    }

    private static long Length(FileStream stream) => stream.CanSeek ? stream.Length : 0;

    /// <summary>The way through one file.</summary>
    private sealed class Walk(Unpacker unpacker, Input file, UnpackLimits limits, Action<long>? at)
    {
        private readonly EntryNames _names = new();
        private readonly HashSet<Exception> _told = [];
        private readonly HashSet<string> _cut = [];
        private bool _stopped;

        public IEnumerable<Input>? Open(Stream stream)
        {
            var content = new Content(file.Name, new(stream, limits)) { FileName = file.Location, MaxBytes = unpacker.MaxBytes, MediaType = MediaTypes.OfMaildir(file.Location), Published = Sidecar.Beside(file.Location).Published };
            return Opened(content) is { } entries ? Inputs(stream, entries, content) : null;
        }

        private IEnumerable<ContainerEntry>? Opened(Content content)
        {
            foreach (var kind in unpacker._kinds)
                if (kind.Open(content) is { } entries) return entries;
            return null;
        }

        private IEnumerable<Input> Inputs(Stream stream, IEnumerable<ContainerEntry> entries, Content content)
        {
            using (stream)
                foreach (var input in Entries(entries, content, 1))
                {
                    if (stream.CanSeek) at?.Invoke(stream.Position);
                    yield return input;
                }
        }

        private IEnumerable<Input> Entries(IEnumerable<ContainerEntry> entries, Content container, int depth)
        {
            using var open = container.Stream;
            using var each = entries.GetEnumerator();
            var (any, sidecars, last) = (false, new Sidecars(), default(Input));
            while (!_stopped && Next(each, container, out var fault) is var entry)
            {
                any |= entry is not null;
                foreach (var input in fault is not null ? [Failed(fault.Where, fault)] : entry is null ? [] : Of(entry, container, depth, sidecars))
                {
                    // What follows a document may tell more of it.
                    if (last is not null) yield return sidecars.Tell(last);
                    last = input;
                }
                if (entry is null) break;
            }
            if (last is not null) yield return sidecars.Tell(last);
            if (!any && !_stopped) yield return Dropped(container.Name, "empty");
        }

        // Null at the end, also where it came too early.
        private ContainerEntry? Next(IEnumerator<ContainerEntry> entries, Content container, out Fault? fault)
        {
            fault = null;
            try
            {
                if (!entries.MoveNext()) return null;
                limits.Entry();
                return entries.Current;
            }
#pragma warning disable CA1031 // Whatever it is, the entries before it stand and the others go on.
            catch (Exception e)
#pragma warning restore CA1031
            {
                fault = Fault(e, container.Name);
                return null;
            }
        }

        // What is wrong shows at an entry, and again when the next one is asked for: it is told once.
        private Fault? Fault(Exception e, string where)
        {
            if (e is TooMuchException { Setting: not "maxDepth" }) _stopped = true;
            if (e is DamagedException { IsCut: true } cut && !_cut.Add(cut.Container)) return null;
            return _told.Add(e) ? ContainerFaults.Of(e, where, file.Name) : null;
        }

        private IEnumerable<Input> Of(ContainerEntry entry, Content container, int depth, Sidecars sidecars)
        {
            var inner = entry.Name is null ? null : EntryNames.Tidy(entry.Name);
            if (Sidecar.IsOne(inner) && entry.Stream is not null && Hear(entry, $"{container.Name}{SourcePaths.Inside}{inner}", sidecars) is { } unheard) return [Failed(unheard.Where, unheard)];
            if (inner is not null && !WebClient.IsWeb(inner) && inner.Split('/').Any(unpacker.Skips)) return [];
            if (entry.Damage is { } damage) return Fault(damage, _names.Of(container.Name, $"@{damage.At}")) is { } lost ? [Failed(lost.Where, lost)] : [];
            var name = inner is null ? container.Name : _names.Of(container.Name, inner);
            if (entry.Fault is var (what, remedy)) return [Failed(name, new(name, what, remedy))];
            if (entry.Dropped is { } why) return [Dropped(name, why)];
            var content = Content(entry, container, name);
            if (entry.IsDocument || Opened(content) is not { } entries) return [Document(entry, content, container)];
            return Within(depth, name) is { } fault ? [Failed(name, fault)] : Entries(entries, content, depth + 1);
        }

        // What breaks off there shows again at the next entry.
        private Fault? Hear(ContainerEntry entry, string name, Sidecars sidecars)
        {
            try
            {
                using var stream = new ContentStream(entry.Stream!, limits);
                return sidecars.Add(name, stream) is { } wrong ? FetchFaults.Sidecar(name, wrong) : null;
            }
            catch (Exception e) when (e is IOException or InvalidDataException or NotSupportedException)
            {
                return null;
            }
        }

        private Fault? Within(int depth, string name)
        {
            try
            {
                limits.Depth(depth + 1);
                return null;
            }
            catch (TooMuchException e)
            {
                return Fault(e, name);
            }
        }

        private Content Content(ContainerEntry entry, Content container, string name) => new(name, new(entry.Stream!, limits))
        {
            FileName = entry.Name ?? (entry.IsDocument ? container.FileName : Unpacked(container.FileName)),
            MaxBytes = unpacker.MaxBytes,
            MediaType = entry.MediaType ?? (entry.Name is { } path ? MediaTypes.OfMaildir(path) : null),
            Charset = entry.Charset,
            Published = entry.Published ?? (entry.Name is null ? container.Published : null),
        };

        // What was packed singly goes by the name that it had: page.html.gz!/page.html.
        private Input Document(ContainerEntry entry, Content content, Content container)
        {
            using var open = content.Stream;
            var name = entry.Name is null && !entry.IsDocument ? _names.Of(container.Name, EntryNames.Tidy(Path.GetFileName(content.FileName))) : content.Name;
            try
            {
                var type = MediaTypes.OfEntry(content, content.Start);
                if (!MediaTypes.MayBeDocument(type)) return Dropped(name, $"no document: {type}");
                var bytes = content.Stream.Take(unpacker.MaxBytes);
                if (!content.Stream.Peek(1).IsEmpty) return Failed(name, FetchFaults.TooLarge(file with { Name = name }, unpacker.MaxBytes));
                return Held(name, new(Source(entry, content, name, bytes)));
            }
#pragma warning disable CA1031 // Whatever is wrong with one entry, it is listed as failed and the others go on.
            catch (Exception e)
#pragma warning restore CA1031
            {
                return Fault(e, name) is { } fault ? Failed(fault.Where, fault) : Dropped(name, "lost with its archive");
            }
        }

        private static Source Source(ContainerEntry entry, Content content, string name, byte[] bytes) => new()
        {
            Id = entry.Id ?? name,
            Uri = entry.Uri ?? entry.Id ?? name,
            Bytes = bytes,
            MediaType = MediaTypes.OfEntry(content, bytes),
            Charset = entry.Charset,
            Retrieved = entry.Retrieved,
            Published = content.Published,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        };

        private Input Failed(string name, Fault fault) => Held(name, new(null, fault));

        private Input Dropped(string name, string why) => Held(name, new(null, null, new(null, why)));

        private Input Held(string name, FetchResult result) => new(name, file.Location, file.Origin) { Held = result };
    }

    private long MaxBytes => maxBytes;

    private bool Skips(string name) => name == "__MACOSX" || skips(name);

    // news.tar.gz, news.tgz, page.html.gz; a name without an ending says nothing.
    private static string Unpacked(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".tgz" => Path.ChangeExtension(name, ".tar"),
        ".gz" or ".gzip" => name[..name.LastIndexOf('.')],
        _ => name,
    };
}
