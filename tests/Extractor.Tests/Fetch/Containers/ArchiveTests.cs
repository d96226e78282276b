using static Extract.Tests.Fetch.Containers.SomeArchive;

namespace Extract.Tests.Fetch.Containers;

/// <summary>Zip, tar and gzip: whole, in each other, cut, damaged, hostile.</summary>
public sealed class ArchiveTests
{
    private const string Anew = "Get the file anew, if there is a whole one; what could be read of it was.";

    [Fact]
    public void Zip_tar_and_gzip_give_their_documents_by_their_place()
    {
        Assert.Equal(["a.zip!/x/one.html: 1", "a.zip!/two.txt: 2"], Unpacked.Lines("a.zip", Zip(("x/one.html", Utf8("1")), ("two.txt", Utf8("2")))));
        Assert.Equal(["a.tar!/x/one.html: 1", "a.tar!/two.txt: 2"], Unpacked.Lines("a.tar", Tar(("x/one.html", Utf8("1")), ("two.txt", Utf8("2")))));
        Assert.Equal(["a.tgz!/x/one.html: 1"], Unpacked.Lines("a.tgz", Gzip(Tar(("x/one.html", Utf8("1"))))));
        Assert.Equal(["one.html.gz!/one.html: 1"], Unpacked.Lines("one.html.gz", Gzip(Utf8("1"))));
    }

    [Fact]
    public void They_stand_in_each_other()
    {
        var tar = Gzip(Tar(("deep/page.html", Utf8("1"))));
        var inner = Zip(("b.tar.gz", tar), ("c.txt", Utf8("2")));
        Assert.Equal(["a.zip!/inner.zip!/b.tar.gz!/deep/page.html: 1", "a.zip!/inner.zip!/c.txt: 2", "a.zip!/last.txt: 3"],
            Unpacked.Lines("a.zip", Zip(("inner.zip", inner), ("last.txt", Utf8("3")))));
    }

    [Fact]
    public void A_source_in_an_archive_is_named_typed_and_hashed_as_a_file_is()
    {
        var source = Unpacked.Inputs("a.zip", Zip(("x/one.html", Utf8("<p>1"))))[0].Result.Source!;
        Assert.Equal(("a.zip!/x/one.html", "a.zip!/x/one.html", "text/html"), (source.Id, source.Uri, source.MediaType));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Utf8("<p>1"))), source.Sha256);
        Assert.Null(source.Retrieved);
    }

    [Fact]
    public void What_is_no_document_is_dropped_and_what_is_no_source_is_not_there() =>
        Assert.Equal(["a.zip!/logo.png DROPPED no document: image/png", "a.zip!/site.css DROPPED no document: text/css", "a.zip!/one.txt: 1"],
            Unpacked.Lines("a.zip", Zip(("logo.png", Utf8("x")), ("site.css", Utf8("x")), (".hidden/x.txt", Utf8("x")), ("__MACOSX/._one.txt", Utf8("x")), ("one.gold.json", Utf8("{}")), ("one.txt", Utf8("1")))));

    [Theory]
    [InlineData("a.zip", "x/one.meta.json x/one.html two.html two.meta.json")]
    [InlineData("a.zip", "x/one.html two.html two.meta.json x/one.meta.json")]
    [InlineData("a.tar", "x/one.meta.json two.meta.json x/one.html two.html")]
    [InlineData("a.tgz", "x/one.html x/one.meta.json two.html two.meta.json")]
    public void What_stands_beside_a_page_tells_of_it_as_in_a_folder(string archive, string names)
    {
        (string, byte[])[] entries = [.. names.Split(' ').Select(name => (name, Utf8(name.EndsWith(".html", StringComparison.Ordinal) ? "<p>1" : $$"""{"url": "https://example.org/{{name[..^10]}}", "published": "2018-06-04"}""")))];
        var inputs = Unpacked.Inputs(archive, archive == "a.zip" ? Zip(entries) : archive == "a.tar" ? Tar(entries) : Gzip(Tar(entries)));
        Assert.Equal([$"{archive}!/two.html", $"{archive}!/x/one.html"], inputs.Select(each => each.Input.Name).Order());
        Assert.All(inputs, each => Assert.Equal((each.Input.Name, new DateOnly(2018, 6, 4), $"https://example.org/{each.Input.Name[(archive.Length + 2)..^5]}"), (each.Result.Source!.Id, each.Result.Source.Published!.Value, each.Result.Source.Address)));
    }

    [Fact]
    public void What_stands_beside_a_page_and_cannot_be_read_is_told_and_costs_no_page()
    {
        var inputs = Unpacked.Inputs("a.zip", Zip(("one.meta.json", Utf8("{")), ("one.html", Utf8("1")), ("two.meta.json", Utf8("{}")), ("two.html", Utf8("2"))));
        Assert.Equal(["a.zip!/one.html", "a.zip!/two.html"], inputs.Where(each => each.Result.Source is not null).Select(each => each.Input.Name).Order());
        Assert.Equal(("a.zip!/one.meta.json", "it is no JSON: line 1 cannot be read."), inputs.Select(each => each.Result.Fault).OfType<Fault>().Select(fault => (fault.Where, fault.What)).Single());
    }

    [Fact]
    public void An_empty_archive_is_dropped()
    {
        Assert.Equal(["a.zip DROPPED empty"], Unpacked.Lines("a.zip", Zip()));
        Assert.Equal(["a.tar DROPPED empty"], Unpacked.Lines("a.tar", new byte[1024]));
        Assert.Equal(["a.tar.gz DROPPED empty"], Unpacked.Lines("a.tar.gz", Gzip(new byte[1024])));
    }

    [Fact]
    public void Names_lead_nowhere_and_meet_nowhere() =>
        Assert.Equal(["a.zip!/etc/passwd: 1", "a.zip!/etc/passwd#2: 2", "a.zip!/x/y.txt: 3", "a.zip!/windows/y.txt: 4", "a.zip!/unnamed: 5", "a.zip!/a\ufffdb.txt: 6"],
            Unpacked.Lines("a.zip", Zip(("../../etc/passwd", Utf8("1")), ("/etc/passwd", Utf8("2")), ("x/./y.txt", Utf8("3")), ("C:\\windows\\y.txt", Utf8("4")), ("..", Utf8("5")), ("a\nb.txt", Utf8("6")))));

    [Fact]
    public void Very_many_of_one_name_have_names_of_their_own()
    {
        var names = Unpacked.Inputs("a.zip", Zip([("x#3", Utf8("x")), .. Enumerable.Range(0, 20_000).Select(_ => ("x", Utf8("x")))])).Select(found => found.Input.Name).ToList();
        Assert.Equal(["a.zip!/x#3", "a.zip!/x", "a.zip!/x#2", "a.zip!/x#4"], names[..4]);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_zip_that_is_cut_gives_what_stands_before_the_cut(bool streamed)
    {
        (string, byte[])[] entries = [("1.txt", Words(1)), ("2.txt", Words(2)), ("3.txt", Words(3))];
        var whole = streamed ? StreamedZip(entries) : Zip(entries);
        var lines = Unpacked.Lines("a.zip", whole[..(whole.Length * 3 / 4)]);
        Assert.Equal([$"a.zip!/1.txt: {Start(1)}", $"a.zip!/2.txt: {Start(2)}"], lines[..2]);
        Assert.Equal($"a.zip!/3.txt FAILED a.zip is cut off at byte {whole.Length * 3 / 4:N0}; what came after is lost. {Anew}", Rounded(lines[2], whole.Length * 3 / 4));
        Assert.Equal(3, lines.Length);
    }

    // How far the inflater had read when it came to the cut is within its last chunk.
    private static string Rounded(string line, int at)
    {
        var number = int.Parse(string.Concat(line[line.IndexOf("byte ", StringComparison.Ordinal)..].TakeWhile(c => c != ';').Where(char.IsDigit)), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(number, at - 8192, at);
        return line.Replace($"{number:N0}", $"{at:N0}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_without_its_directory_says_so_after_all_its_entries()
    {
        var whole = Zip(("1.txt", Words(1)), ("2.txt", Words(2)));
        var directory = whole.AsSpan().IndexOf("PK\u0001\u0002"u8);
        Assert.Equal([$"a.zip!/1.txt: {Start(1)}", $"a.zip!/2.txt: {Start(2)}", $"a.zip FAILED it is cut off at byte {directory:N0}; what came after is lost. {Anew}"],
            Unpacked.Lines("a.zip", whole[..directory]));
    }

    [Fact]
    public void A_damaged_entry_of_a_zip_costs_itself_only()
    {
        var whole = Zip(("1.txt", Words(1)), ("2.txt", Words(2)), ("3.txt", Words(3)));
        whole[whole.Length / 2] ^= 0xFF;
        Assert.Equal([$"a.zip!/1.txt: {Start(1)}", $"a.zip!/2.txt FAILED its bytes are damaged. {Anew}", $"a.zip!/3.txt: {Start(3)}"], Unpacked.Lines("a.zip", whole));
    }

    [Fact]
    public void An_encrypted_entry_says_so()
    {
        var zip = Zip(("1.txt", Utf8("1")), ("2.txt", Utf8("2")));
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        Assert.Equal(["a.zip!/1.txt FAILED it is encrypted. Unpack the archive with its password, and name the folder.", "a.zip!/2.txt: 2"], Unpacked.Lines("a.zip", zip));
    }

    [Fact]
    public void A_gzip_that_is_cut_gives_the_files_of_its_tar_before_the_cut()
    {
        var whole = Gzip(Tar(("1.txt", Words(1)), ("2.txt", Words(2)), ("3.txt", Words(3))));
        var at = whole.Length * 3 / 4;
        var lines = Unpacked.Lines("a.tar.gz", whole[..at]);
        Assert.Equal([$"a.tar.gz!/1.txt: {Start(1)}", $"a.tar.gz!/2.txt: {Start(2)}", $"a.tar.gz!/3.txt FAILED a.tar.gz is cut off at byte {at:N0}; what came after is lost. {Anew}"], lines);
    }

    [Fact]
    public void A_tar_with_a_damaged_header_goes_on_at_the_next_one()
    {
        var whole = Tar(("1.txt", Words(1)), ("2.txt", Words(2)), ("3.txt", Words(3)));
        var second = 512 * 3 + (Words(1).Length + 511) / 512 * 512;
        whole[second + 1] ^= 0x55;
        Assert.Equal([$"a.tar!/1.txt: {Start(1)}", $"a.tar!/@{second} FAILED it is damaged at byte {second:N0}; what stands there is lost. {Anew}", $"a.tar!/2.txt: {Start(2)}", $"a.tar!/3.txt: {Start(3)}"], Unpacked.Lines("a.tar", whole));
    }

    [Fact]
    public void A_bomb_is_stopped_by_its_ratio()
    {
        var bomb = Zip(("a.txt", Utf8("first")), ("b.txt", new byte[30_000_000]), ("c.txt", Utf8("last")));
        Assert.Equal(["a.zip!/a.txt: first", "a.zip FAILED it unpacks to more than 200 times its size; the rest was not read. If you trust it, raise 'fetch: maxRatio'."],
            Unpacked.Lines("a.zip", bomb, maxBytes: 50_000_000));
        Assert.Equal(3, Unpacked.Lines("a.zip", bomb, new() { MaxRatio = 2000 }, maxBytes: 50_000_000).Length);
    }

    [Fact]
    public void Size_entries_and_depth_are_limited()
    {
        var zip = Zip(("1.txt", Utf8("1")), ("2.txt", Utf8("2")), ("large.txt", Words(1)));
        Assert.Equal(["a.zip!/1.txt: 1", "a.zip FAILED it holds more than 1 entries; the rest was not read. Split it, or raise 'fetch: maxEntries'."], Unpacked.Lines("a.zip", zip, new() { MaxEntries = 1 }));
        Assert.Equal("a.zip!/large.txt FAILED it is larger than the limit of 1,000 bytes. Raise 'read: maxBytes', or take it out of the sources.", Unpacked.Lines("a.zip", zip, maxBytes: 1000)[2]);
        var deep = Zip(("b.zip", Zip(("c.zip", zip))), ("last.txt", Utf8("3")));
        Assert.Equal(["a.zip!/b.zip!/c.zip FAILED it is packed more than 2 times over. Unpack the outermost, or raise 'fetch: maxDepth'.", "a.zip!/last.txt: 3"], Unpacked.Lines("a.zip", deep, new() { MaxDepth = 2 }));
        Assert.Contains("FAILED it unpacks to more than 1 megabytes; the rest was not read.", Unpacked.Lines("a.zip", Zip(("x.txt", new byte[2_000_000])), new() { MaxUnpacked = 1 })[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Office_files_are_no_archives() =>
        Assert.Single(Unpacked.Lines("a.docx", Zip(("[Content_Types].xml", Utf8("x")), ("word/document.xml", Utf8("x")))));

    [Fact]
    public void A_small_zip_in_a_large_one_is_read_from_its_beginning_where_it_does_not_fit_into_memory()
    {
        (string, byte[])[] entries = [("1.txt", Words(1, 200)), ("2.txt", Words(2, 200)), ("3.txt", Words(3, 200))];
        foreach (var inner in new[] { Zip(entries), StreamedZip(entries) })
            Assert.Equal([$"a.zip!/b.zip!/1.txt: {Start(1)}", $"a.zip!/b.zip!/2.txt: {Start(2)}", $"a.zip!/b.zip!/3.txt: {Start(3)}"], Unpacked.Lines("a.zip", Zip(("b.zip", inner)), maxBytes: 1250));
    }

    private static string Start(int number) => System.Text.Encoding.UTF8.GetString(Words(number)[..20]);
}
