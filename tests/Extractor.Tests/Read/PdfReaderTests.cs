using System.Text;
using Extract.Read;

namespace Extract.Tests.Read;

public class PdfReaderTests
{
    private static readonly Readers Readers = new(new ReadSettings { Languages = [] });

    private static ReadResult Read(byte[] pdf) => Readers.Read(SomeSource.Bytes(pdf, "application/pdf"), TestContext.Current.CancellationToken);

    private static Document Read(SomePdf pdf) => Read(pdf.ToBytes()).Document!;

    [Fact]
    public void Headings_paragraphs_and_items_by_font_and_place()
    {
        var document = Read(new SomePdf()
            .At(72, 760, "Workshop on Tracing Firearms", 20, bold: true)
            .At(72, 730, "Programme", 11, bold: true)
            .Lines(72, 710, "The workshop takes place in Zagreb on 28 and 29 June 2018 and is open to all who work in", "the field. It is given by the Institute of Ballistics.")
            .Lines(72, 660, "- Opening by the director", "- A round of all the speakers who have come from abroad and"));
        Assert.Equal(["H1 Workshop on Tracing Firearms", "H5 Programme",
            "P The workshop takes place in Zagreb on 28 and 29 June 2018 and is open to all who work in the field. It is given by the Institute of Ballistics.",
            "L1 Opening by the director", "L1 A round of all the speakers who have come from abroad and"], document.Outline());
        Assert.Contains("\n\n- Opening by the director\n- A round", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_read_one_after_the_other_below_what_stands_across_them()
    {
        var document = Read(new SomePdf()
            .At(72, 770, "A headline that runs across both of the columns below it", 16)
            .Lines(72, 740, "The left column begins here and", "goes on with a second line and a", "third one, and then it comes to an", "end with the fourth.")
            .Lines(320, 740, "The right column begins here and", "has lines of its own, which stand", "beside those of the left one, and", "are read when that is done.")
            .At(72, 660, "What stands below the columns comes last, and it is as wide as the page is, or nearly so."));
        Assert.Equal(["H1 A headline that runs across both of the columns below it", "P The left column begins here and goes on with a second line and a third one, and then it comes to an end with the fourth.",
            "P The right column begins here and has lines of its own, which stand beside those of the left one, and are read when that is done.",
            "P What stands below the columns comes last, and it is as wide as the page is, or nearly so."], document.Outline());
    }

    [Fact]
    public void Rows_of_a_table_are_read_across()
    {
        var pdf = new SomePdf().At(72, 760, "Events", 16);
        (string, string, string)[] rows = [("3 May", "Spring fair", "Graz"), ("5 June", "Summer school for all", "Linz"), ("1 July", "Congress", "Wels"), ("2 July", "Concert", "Steyr")];
        foreach (var (i, row) in rows.Index()) pdf.At(72, 730 - (15 * i), row.Item1).At(200, 730 - (15 * i), row.Item2).At(400, 730 - (15 * i), row.Item3);
        pdf.At(200, 673, "of the choir");
        var document = Read(pdf);
        Assert.Equal(["H1 Events", "T 3 May\tSpring fair\tGraz", "T 5 June\tSummer school for all\tLinz", "T 1 July\tCongress\tWels", "T 2 July\tConcert of the choir\tSteyr"], document.Outline());
        Assert.Single(document.Blocks.Skip(1).Select(block => block.Group).Distinct());
    }

    [Fact]
    public void Lines_that_end_early_mean_something()
    {
        var document = Read(new SomePdf()
            .Lines(72, 740, "Date: 28 June 2018", "Place: Zagreb", "The meeting is open to everybody who has an interest in the matter and is able to come to the", "hall in time."));
        Assert.Equal(["P Date: 28 June 2018", "P Place: Zagreb", "P The meeting is open to everybody who has an interest in the matter and is able to come to the hall in time."], document.Outline());
    }

    [Theory]
    [InlineData("The seminar deals with the laws against cor-", "ruption in the region.", "against corruption in")]
    [InlineData("The seminar deals with the fight of all anti-", "corruption bodies of the region.", "all anti-corruption bodies")]
    [InlineData("It is held by the ministry of Bosnia-", "Herzegovina in the spring of the year.", "Bosnia-Herzegovina in")]
    [InlineData("It is for those with a follow-up, and so it is a follow-", "up of the one in the spring.", "a follow-up of")]
    public void Words_that_a_hyphen_parts_are_joined(string line, string next, string words) =>
        Assert.Contains(words, Read(new SomePdf().Lines(72, 740, line, next)).Text, StringComparison.Ordinal);

    [Fact]
    public void What_repeats_at_the_head_and_foot_of_pages_is_cut()
    {
        var pdf = new SomePdf();
        for (var page = 1; page <= 3; page++)
        {
            pdf.At(72, 810, $"Institute of Ballistics - Bulletin {page}").At(72, 700, $"The words of page {(char)('A' + page)} stand here.").At(290, 30, $"{page}");
            if (page < 3) pdf.NewPage();
        }
        Assert.Equal(["P The words of page B stand here.", "P The words of page C stand here.", "P The words of page D stand here."], Read(pdf).Outline());
    }

    [Theory]
    [InlineData("11/26/24, 4:10 AM", "The title of the page", "https://example.org/events", "1/1", 270, true, "Chrome's")]
    [InlineData("11/26/24, 4:10 AM", "A title so long that next to nothing stands between it and the day of printing, as long ones do", "https://example.org/events", "1/1", 102, true, "with a long title")]
    [InlineData("26.11.2024, 04:10", "The title of the page", "file:///home/a/page.html", "1/3", 270, true, "with the day of another country")]
    [InlineData("11/26/24, 4:10 AM", "", "https://example.org/events", "", 270, true, "without title and number")]
    [InlineData("The title of the page", "https://example.org/events", "1 of 1", "11/26/24, 4:10 AM", 400, true, "Firefox's")]
    [InlineData("11/26/24, 4:10 AM", "", "", "", 270, false, "a notice that begins with its day and hour")]
    [InlineData("", "", "https://example.org/events", "", 270, false, "a notice that ends with its address")]
    public void What_browsers_print_around_a_page_is_cut(string left, string right, string under, string number, int at, bool cut, string why)
    {
        var outline = Read(new SomePdf().At(25, 820, left, 8).At(at, 820, right, 8).At(72, 700, "The words of the page stand here.").At(25, 16, under, 8).At(520, 16, number, 8)).Outline();
        Assert.True(cut == outline is ["P The words of the page stand here."], $"{why}: {string.Join('|', outline)}");
    }

    [Fact]
    public void What_is_printed_is_cut_from_each_page_and_in_columns()
    {
        var pdf = new SomePdf();
        for (var page = 1; page <= 2; page++)
        {
            pdf.At(25, 820, "11/26/24, 4:10 AM", 8).At(360, 820, "The title of the page", 8).At(25, 16, "https://example.org/events", 8).At(520, 16, $"{page}/2", 8);
            for (var y = 740; y > 600; y -= 13) pdf.At(40, y, "Words of the left column of the page").At(320, y, "Words of the right column of the page");
            if (page == 1) pdf.NewPage();
        }
        Assert.DoesNotContain(Read(pdf).Outline(), line => line.Contains("4:10", StringComparison.Ordinal) || line.Contains("title", StringComparison.Ordinal) || line.Contains("example", StringComparison.Ordinal) || line.Contains("/2", StringComparison.Ordinal));
    }

    [Fact]
    public void The_day_of_printing_is_not_that_of_publication()
    {
        Assert.Null(Read(new SomePdf { Information = "/Creator (Mozilla/5.0 AppleWebKit/537.36) /CreationDate (D:20241126041000Z)" }.At(72, 740, "The words of the page.")).Published);
        Assert.Null(Read(new SomePdf { Information = "/CreationDate (D:20241126041000Z)" }.At(25, 820, "11/26/24, 4:10 AM", 8).At(72, 740, "The words of the page.").At(560, 16, "1/1", 8)).Published);
    }

    [Fact]
    public void A_paragraph_goes_on_over_the_page()
    {
        var pdf = new SomePdf().Lines(72, 90, "The last line of the page is as wide as the others and does not end its sentence, which goes").NewPage().Lines(72, 760, "on here.");
        Assert.Equal(["P The last line of the page is as wide as the others and does not end its sentence, which goes on here."], Read(pdf).Outline());
    }

    [Fact]
    public void Links_lie_on_their_words()
    {
        var document = Read(new SomePdf().At(72, 740, "Register here by Friday.").Link(72, 735, 140, 752, "https://example.org/register"));
        var link = Assert.Single(document.Links);
        Assert.Equal(("Register here", "https://example.org/register"), (link.Span.Of(document.Text), link.Href));
    }

    [Theory]
    [InlineData("/Title (Spring School of Ballistics) /CreationDate (D:20180604101500+02'00')", "Spring School of Ballistics", "2018-06-04")]
    [InlineData("/Title (Microsoft Word - invitation.doc)", null, null)]
    [InlineData("/Title (Microsoft Word - Invitation to the school) /CreationDate (D:19700101000000)", null, null)]
    [InlineData("/Title (school_final_v2.indd)", null, null)]
    [InlineData("/Title (Document1)", null, null)]
    [InlineData("", null, null)]
    public void Title_and_day_by_the_file(string information, string? title, string? day)
    {
        var document = Read(new SomePdf { Information = information }.At(72, 740, "The words of the page."));
        Assert.Equal((title, day), (document.Title, document.Published?.ToString("yyyy-MM-dd", null)));
    }

    [Fact]
    public void A_scan_without_a_text_layer_is_a_fault_that_says_so() =>
        Assert.Equal("folder/some: scan without a text layer: 2 pages. OCR it first.", Read(new SomePdf().Picture().NewPage().Picture().At(290, 30, "2").ToBytes()).Fault?.ToString());

    [Fact]
    public void A_page_without_anything_is_empty() => Assert.Equal("empty", Read(new SomePdf().ToBytes()).Dropped?.Why);

    [Fact]
    public void More_letters_than_can_be_put_in_order_are_refused_whole()
    {
        var bytes = new SomePdf().At(90, 700, "Open day").NewPage().At(90, 700, "Concert").NewPage().At(90, 700, "Lecture").ToBytes();
        ReadResult Within(int letters) => new PdfReader { MostLetters = letters }.Read(SomeSource.Bytes(bytes, "application/pdf"), TestContext.Current.CancellationToken)!;
        Assert.Equal("folder/some: it has more letters than the limit of 10. Split it.", Within(10).Fault?.ToString());
        Assert.Contains("Lecture", Within(30).Document!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_cut_file_the_pages_that_are_there_are_read()
    {
        var pdf = new SomePdf().At(72, 740, "The words of the first page.").NewPage().At(72, 740, "The words of the second page.").ToBytes();
        var cut = pdf[..(Encoding.Latin1.GetString(pdf).IndexOf("second", StringComparison.Ordinal) - 4)];
        Assert.Contains("The words of the first page.", Read(cut).Document?.Text ?? Read(cut).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_that_unpacks_to_more_than_the_bound_is_not_unpacked()
    {
        var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 300; i++) zlib.Write(new byte[1_000_000]);
        var head = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n"
            + $"4 0 obj\n<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n";
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Read([.. Encoding.ASCII.GetBytes(head), .. packed.ToArray(), .. "\nendstream\nendobj\n"u8]);
        Assert.Equal("folder/some: this PDF file is damaged: nothing can be read out of it. Fetch or save it again.", result.Fault?.ToString());
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 150_000_000, $"{GC.GetAllocatedBytesForCurrentThread() - before}");
    }

    [Fact]
    public void A_file_with_a_password_says_so()
    {
        var pdf = new SomePdf { Trailer = $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ({new string('o', 32)}) /U ({new string('u', 32)}) >> /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]" };
        Assert.Equal("folder/some: this PDF file is encrypted. Decrypt it, and save it without a password.", Read(pdf.At(72, 740, "Secret.").ToBytes()).Fault?.ToString());
    }

    [Fact]
    public void What_only_begins_like_a_file_is_damaged() =>
        Assert.Equal("folder/some: this PDF file is damaged: nothing can be read out of it. Fetch or save it again.", Read("%PDF-1.7\n%âãÏÓ\n1 0 obj"u8.ToArray()).Fault?.ToString());
}
