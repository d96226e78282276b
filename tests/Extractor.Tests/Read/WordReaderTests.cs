using Extract.Read;
using static Extract.Tests.Read.SomeWord;

namespace Extract.Tests.Read;

public class WordReaderTests
{
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static readonly Readers Readers = new(new ReadSettings { Languages = [] });

    private static ReadResult Read(byte[] bytes, string type = Type) => Readers.Read(SomeSource.Bytes(bytes, type), TestContext.Current.CancellationToken);

    private static string[] Outline(string body) => Read(Of(body)).Document!.Outline();

    [Fact]
    public void Headings_by_their_style_or_look() =>
        Assert.Equal(["H1 Spring School", "H2 Programme", "H2 Large words", "H5 Bold words", "P Some bold words in a sentence."], Outline(
            Paragraph("Spring School", "<w:pStyle w:val=\"berschrift1\"/>") + Paragraph("Programme", "<w:pStyle w:val=\"Sub\"/>") + Paragraph("Contents 1", "<w:pStyle w:val=\"TOC1\"/>")
            + Paragraph("Large words", run: "<w:sz w:val=\"32\"/>") + Paragraph("Bold words", run: "<w:b/>")
            + "<w:p><w:r><w:t xml:space=\"preserve\">Some </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r><w:r><w:t xml:space=\"preserve\"> words in a sentence.</w:t></w:r></w:p>"));

    [Fact]
    public void Items_rows_and_broken_lines()
    {
        var item = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
        var document = Read(Of(Paragraph("One", item) + Paragraph("Two", item) + Paragraph("Deeper", item.Replace("\"0\"", "\"1\""))
            + "<w:p><w:r><w:t>Date: 3 May</w:t><w:br/><w:t>Place: Graz</w:t></w:r></w:p>"
            + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>3 May</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Fair</w:t></w:r></w:p><w:p><w:r><w:t>in Graz</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")).Document!;
        Assert.Equal(["L1 One", "L1 Two", "L2 Deeper", "P Date: 3 May", "P Place: Graz", "T 3 May\tFair in Graz"], document.Outline());
        Assert.Equal("One\nTwo\nDeeper\n\nDate: 3 May\nPlace: Graz\n\n3 May\tFair in Graz", document.Text);
    }

    [Fact]
    public void A_table_that_lays_out_the_page_is_no_table() =>
        Assert.Equal(["P The words of the one cell.", "P And more."], Outline("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>The words of the one cell.</w:t></w:r></w:p><w:p><w:r><w:t>And more.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));

    [Fact]
    public void A_note_that_refers_to_itself_is_written_once()
    {
        const string Reference = "<w:footnoteReference w:id=\"1\"/>";
        Assert.Equal(["P The fair opens.", "P Subject to change."], Read(Of($"<w:p><w:r><w:t>The fair opens.</w:t>{Reference}</w:r></w:p>", note: Reference + Reference)).Document!.Outline());
    }

    [Fact]
    public void Links_of_relations_and_of_fields()
    {
        var document = Read(Of("<w:p><w:r><w:t xml:space=\"preserve\">Please </w:t></w:r><w:hyperlink r:id=\"rh\"><w:r><w:t>register</w:t></w:r></w:hyperlink><w:r><w:t xml:space=\"preserve\"> or </w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://example.org/write\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>write</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>")).Document!;
        Assert.Equal("Please register or write.", document.Text);
        Assert.Equal([("register", "https://example.org/register"), ("write", "https://example.org/write")], document.Links.Select(link => (link.Span.Of(document.Text), link.Href)));
    }

    [Fact]
    public void What_was_deleted_or_is_hidden_is_left_out_and_what_was_inserted_is_not() =>
        Assert.Equal(["P On 4 May in Graz"], Outline("<w:p><w:r><w:t xml:space=\"preserve\">On </w:t></w:r><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>3 May</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"a\"><w:r><w:t>4 May</w:t></w:r></w:ins>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> secretly</w:t></w:r><w:r><w:t xml:space=\"preserve\"> in Graz</w:t></w:r></w:p>"));

    [Fact]
    public void Footnotes_and_text_boxes_follow() =>
        Assert.Equal(["P The fair opens.", "P In the box.", "P Subject to change."], Outline("<w:p><w:r><w:t>The fair opens.</w:t><w:footnoteReference w:id=\"1\"/></w:r>"
            + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData uri=\"x\"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"));

    [Fact]
    public void Title_and_day_by_the_file()
    {
        var document = Read(Of(Paragraph("Words."), "<dc:title>Spring School of Law</dc:title><dcterms:created xsi:type=\"dcterms:W3CDTF\">2018-06-04T10:00:00Z</dcterms:created>")).Document!;
        Assert.Equal(("Spring School of Law", new DateOnly(2018, 6, 4)), (document.Title, document.Published));
    }

    [Fact]
    public void A_cut_file_is_damaged()
    {
        var bytes = Of(Paragraph("Words."));
        Assert.Equal("folder/some: this Word file is damaged: nothing can be read out of it. Fetch or save it again.", Read(bytes[..(bytes.Length / 2)]).Fault?.ToString());
    }

    [Fact]
    public void Nested_tables_without_end_are_read_or_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 3000)) + Paragraph("Deep.") + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 3000));
        var result = Read(Of(Paragraph("Words.") + deep));
        Assert.True(result.Fault is not null || result.Document!.Text.StartsWith("Words.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/msword", "it is an Office file of the old form (.doc), which nothing here reads. Save it as .docx or as PDF.")]
    [InlineData("application/rtf", "it is rich text (.rtf), which nothing here reads. Save it as .docx or as PDF.")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "it is a spreadsheet. Save the sheet as CSV or as a web page.")]
    public void Forms_that_are_not_read_say_what_to_do(string type, string says) => Assert.Equal("folder/some: " + says, Read([1, 2, 3], type).Fault?.ToString());

    [Fact]
    public void A_file_with_a_password_says_so() =>
        Assert.Equal("folder/some: this Office file is encrypted. Decrypt it, and save it without a password.", Read([0xD0, 0xCF, 0x11, 0xE0, .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")], "application/msword").Fault?.ToString());

    [Fact]
    public void OpenDocument_is_read_too()
    {
        var document = Read(OpenDocument("<text:tracked-changes><text:p>Old words</text:p></text:tracked-changes><text:h text:outline-level=\"2\">Spring School</text:h><text:p>On 3<text:s/>May, <text:a xlink:href=\"https://example.org/\">register</text:a>.</text:p>"
            + "<text:list><text:list-item><text:p>One</text:p><text:list><text:list-item><text:p>Deeper</text:p></text:list-item></text:list></text:list-item></text:list>"
            + "<table:table><table:table-row><table:table-cell><text:p>3 May</text:p></table:table-cell><table:table-cell><text:p>Fair</text:p></table:table-cell></table:table-row></table:table><text:p>End.</text:p>",
            "<dc:title>Spring School of Law</dc:title><meta:creation-date>2018-06-04T10:00:00</meta:creation-date>"), "application/vnd.oasis.opendocument.text").Document!;
        Assert.Equal(["H2 Spring School", "P On 3 May, register.", "L1 One", "L2 Deeper", "T 3 May\tFair", "P End."], document.Outline());
        Assert.Equal(("Spring School of Law", new DateOnly(2018, 6, 4)), (document.Title, document.Published));
        Assert.Equal("register", Assert.Single(document.Links).Span.Of(document.Text));
    }
}
