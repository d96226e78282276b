using System.IO.Compression;
using Extract.Fetch;
using static Extract.Tests.Fetch.Containers.SomeArchive;
using static Extract.Tests.Fetch.Containers.SomeWarc;

namespace Extract.Tests.Fetch.Containers;

/// <summary>WARC and ARC: what goes on, what is dropped and why, and what is left of a damaged one.</summary>
public sealed class WarcTests
{
    private const string Anew = "Get the file anew, if there is a whole one; what could be read of it was.";
    private static readonly byte[] One = Page("http://h/1", Words(1)), Two = Page("http://h/2", Words(2)), Three = Page("http://h/3", Words(3));

    private static string Text(int number) => $"a.warc.gz!/http://h/{number}: {System.Text.Encoding.UTF8.GetString(Words(number)[..20])}";

    private static string Plain(int number) => Text(number).Replace(".gz", "", StringComparison.Ordinal);

    public static TheoryData<bool> BothForms => [false, true];

    [Theory, MemberData(nameof(BothForms))]
    public void Every_record_ends_as_a_document_or_with_its_reason(bool packed)
    {
        byte[][] records =
        [
            Record("warcinfo", null, Utf8("software: x\r\n"), "application/warc-fields"),
            Record("request", "http://h/a", Utf8("GET / HTTP/1.1\r\n\r\n"), "application/http; msgtype=request"),
            Page("http://h/a", "page"),
            Page("http://h/b.png", "picture", "image/png"),
            Page("http://h/gone", "no", status: 404),
            Page("http://h/moved", "", status: 301),
            Record("revisit", "http://h/a", Utf8("HTTP/1.1 200 OK\r\n\r\n")),
            Record("metadata", "http://h/a", Utf8("x: y\r\n"), "application/warc-fields"),
            Page("http://h/a", "page later"),
            Record("resource", "http://h/note.txt", Utf8("note"), "text/plain"),
            Record("conversion", "http://h/c", Utf8("converted"), "text/plain"),
            Record("response", "dns:h", Utf8("1"), "text/dns"),
        ];
        var name = packed ? "a.warc.gz" : "a.warc";
        var lines = Unpacked.Lines(name, packed ? Packed(records) : Joined(records));
        Assert.Equal(records.Length, lines.Length);
        Assert.Equal(
        [
            "!/@0 DROPPED a WARC record of type warcinfo", "!/http://h/a: page", "!/http://h/b.png DROPPED no document: image/png", "!/http://h/gone DROPPED HTTP status 404",
            "!/http://h/moved DROPPED HTTP status 301", "!/http://h/a#2 DROPPED a revisit: the same as an earlier capture", "!/http://h/a#3: page later", "!/http://h/note.txt: note", "!/http://h/c: converted",
        ], lines.Where(line => !line.Contains("!/@", StringComparison.Ordinal) || line.Contains("warcinfo", StringComparison.Ordinal)).Select(line => line[name.Length..]));
        Assert.Equal(["a WARC record of type warcinfo", "a WARC record of type request", "a WARC record of type metadata", "no web page"],
            lines.Where(line => line.Contains("!/@", StringComparison.Ordinal)).Select(line => line[(line.IndexOf("DROPPED ", StringComparison.Ordinal) + 8)..]));
    }

    [Fact]
    public void A_page_is_known_by_its_address_and_the_time_of_its_capture()
    {
        var source = Unpacked.Inputs("a.warc.gz", Packed(Page("<http://h/a>", "<p>1", "Text/HTML; Charset=\"windows-1252\"")))[0].Result.Source!;
        Assert.Equal(("http://h/a", "http://h/a", "text/html", "windows-1252"), (source.Id, source.Uri, source.MediaType, source.Charset));
        Assert.Equal(new DateTimeOffset(2018, 6, 4, 10, 11, 12, TimeSpan.Zero), source.Retrieved);
    }

    [Fact]
    public void Arc_is_read_too()
    {
        var records = new[] { ArcHead, Arc("http://h/1", Answer(Utf8("one"))), Arc("http://h/2", Answer(Utf8("two"))) };
        foreach (var (name, bytes) in new[] { ("a.arc", Joined(records)), ("a.arc.gz", Packed(records)), ("a.arc.gz", Gzip(Joined(records))) })
            Assert.Equal([$"{name}!/@0 DROPPED a WARC record of type filedesc", $"{name}!/http://h/1: one", $"{name}!/http://h/2: two"], Unpacked.Lines(name, bytes));
        Assert.Equal(new DateTimeOffset(2018, 6, 4, 10, 11, 12, TimeSpan.Zero), Unpacked.Inputs("a.arc", Joined(records))[1].Result.Source!.Retrieved);
    }

    [Theory]
    [InlineData("gzip"), InlineData("br"), InlineData("deflate"), InlineData("raw-deflate"), InlineData("chunked"), InlineData("chunked gzip"), InlineData("gzip that is none"), InlineData("chunked that is not")]
    public void What_the_transport_did_is_undone(string how)
    {
        var text = Utf8(string.Join(' ', Enumerable.Range(0, 50)));
        var (body, head) = how switch
        {
            "gzip" => (Gzip(text), "Content-Encoding: gzip\r\n"),
            "br" => (Through(text, stream => new BrotliStream(stream, CompressionMode.Compress)), "Content-Encoding: br\r\n"),
            "deflate" => (Through(text, stream => new ZLibStream(stream, CompressionMode.Compress)), "content-encoding: deflate\r\n"),
            "raw-deflate" => (Through(text, stream => new DeflateStream(stream, CompressionMode.Compress)), "Content-Encoding: deflate\r\n"),
            "chunked" => (Chunked(text), "Transfer-Encoding: chunked\r\n"),
            "chunked gzip" => (Chunked(Gzip(text)), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
            "gzip that is none" => (text, "Content-Encoding: gzip\r\n"),
            _ => (text, "Transfer-Encoding: chunked\r\n"),
        };
        Assert.Equal(text, Unpacked.Inputs("a.warc.gz", Packed(Page("http://h/a", body, more: head)))[0].Result.Source!.Bytes.ToArray());
    }

    [Fact]
    public void A_page_that_was_captured_in_part_is_read_in_part()
    {
        var cut = Gzip(Words(1))[..3000];
        var bytes = Unpacked.Inputs("a.warc", Page("http://h/a", cut, more: "Content-Encoding: gzip\r\n"))[0].Result.Source!.Bytes;
        Assert.True(bytes.Length > 2000 && Words(1).AsSpan().StartsWith(bytes.Span));
    }

    [Fact]
    public void A_damaged_record_is_lost_alone()
    {
        var packed = Packed(One, Two, Three);
        var second = Gzip(One).Length;
        packed[second + 2000] ^= 0xFF;
        Assert.Equal([Text(1), $"a.warc.gz!/@{second} FAILED it is damaged at byte {second:N0}; what stands there is lost. {Anew}", Text(3)], Unpacked.Lines("a.warc.gz", packed));
        var first = Packed(One, Two, Three);
        first[100] ^= 0xFF;
        Assert.Equal([$"a.warc.gz!/@0 FAILED it is damaged at byte 0; what stands there is lost. {Anew}", Text(2), Text(3)], Unpacked.Lines("a.warc.gz", first));
    }

    [Fact]
    public void A_wrong_length_costs_its_own_record_only()
    {
        var two = Utf8(System.Text.Encoding.Latin1.GetString(Two).Replace("Content-Length: ", "Content-Length: 1", StringComparison.Ordinal));
        Assert.Equal([Plain(1), $"a.warc!/@{One.Length} FAILED it is damaged at byte {One.Length:N0}; what stands there is lost. {Anew}", Plain(3)], Unpacked.Lines("a.warc", Joined(One, two, Three)));
        var hole = Joined(One, [.. Two[..1000], .. Two[2000..]], Three);
        Assert.Equal([Plain(1), $"a.warc!/@{One.Length} FAILED it is damaged at byte {One.Length:N0}; what stands there is lost. {Anew}", Plain(3)], Unpacked.Lines("a.warc", hole));
    }

    [Theory, MemberData(nameof(BothForms))]
    public void One_that_is_cut_gives_what_stands_before_the_cut(bool packed)
    {
        var name = packed ? "a.warc.gz" : "a.warc";
        var whole = packed ? Packed(One, Two, Three) : Joined(One, Two, Three);
        var third = packed ? Gzip(One).Length + Gzip(Two).Length : One.Length + Two.Length;
        string[] expected = packed ? [Text(1), Text(2)] : [Plain(1), Plain(2)];
        Assert.Equal([.. expected, $"{name}!/@{third} FAILED it is cut off at byte {third:N0}; what came after is lost. {Anew}"], Unpacked.Lines(name, whole[..(third + 1500)]));
        Assert.Equal(expected, Unpacked.Lines(name, whole[..third]));
    }

    [Fact]
    public void It_may_stand_in_a_zip_and_be_packed_as_a_whole()
    {
        Assert.Equal(["a.zip!/w.warc.gz!/http://h/a: page"], Unpacked.Lines("a.zip", Zip(("w.warc.gz", Packed(Page("http://h/a", "page"))))));
        Assert.Equal([Text(1), Text(2), Text(3)], Unpacked.Lines("a.warc.gz", Gzip(Joined(One, Two, Three))));
    }

    [Fact]
    public void A_page_that_is_too_large_says_so_and_the_next_one_is_read() =>
        Assert.Equal(["a.warc!/http://h/1 FAILED it is larger than the limit of 1,000 bytes. Raise 'read: maxBytes', or take it out of the sources.", "a.warc!/http://h/a: page"],
            Unpacked.Lines("a.warc", Joined(One, Page("http://h/a", "page")), new FetchSettings(), maxBytes: 1000));

    private static byte[] Through(byte[] bytes, Func<Stream, Stream> packing)
    {
        using var packed = new MemoryStream();
        using (var stream = packing(packed)) stream.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Chunked(byte[] bytes) => [.. bytes.Chunk(40).SelectMany(chunk => (byte[])[.. Utf8($"{chunk.Length:x}\r\n"), .. chunk, .. "\r\n"u8]), .. "0\r\n\r\n"u8];
}
