using System.Text;
using Extract.Read;

namespace Extract.Tests.Read;

public class ReadersTests
{
    private static readonly Readers Readers = new(new ReadSettings());

    private static ReadResult Read(byte[] bytes, string type = "text/plain", string? charset = null) => Readers.Read(SomeSource.Bytes(bytes, type, charset), TestContext.Current.CancellationToken);

    public static TheoryData<byte[], string> NoText => new()
    {
        { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "folder/some: it is a PNG picture, not text. Convert it to text or HTML, or take it out of the sources." },
        { "%PDF-1.7 …"u8.ToArray(), "folder/some: it is a PDF file, not text. Convert it to text or HTML, or take it out of the sources." },
        { [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "folder/some: it is a 7z archive, not text. Unpack it, and name the folder; zip, tar and gzip are opened as they are." },
        { [.. "BZh9"u8, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 1, 2], "folder/some: it is a bzip2 archive, not text. Unpack it, and name the folder; zip, tar and gzip are opened as they are." },
        { [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 4], "folder/some: it is an xz archive, not text. Unpack it, and name the folder; zip, tar and gzip are opened as they are." },
        { [0x28, 0xB5, 0x2F, 0xFD, 4, 0x58], "folder/some: it is a zstd archive, not text. Unpack it, and name the folder; zip, tar and gzip are opened as they are." },
        { [1, 2, 3, 0, 0, 5, 200, 3, 4, 0], "folder/some: it is binary data, not text. Convert it to text or HTML, or take it out of the sources." },
        { [.. Enumerable.Range(0, 2000).Select(i => (byte)(128 + (i * 7 % 32)))], "folder/some: its characters cannot be told: it is no valid UTF-8 or windows-1252. Save it as UTF-8." },
    };

    [Theory]
    [MemberData(nameof(NoText))]
    public void What_is_no_text_is_a_fault_that_says_so(byte[] bytes, string says)
    {
        foreach (var type in new[] { "text/plain", "text/html", "text/markdown" }) Assert.Equal(says, Read(bytes, type).Fault?.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\u00a0\n")]
    public void What_holds_no_words_is_dropped_as_empty(string text)
    {
        foreach (var type in new[] { "text/plain", "text/html", "text/markdown" }) Assert.Equal(new Dropped(null, "empty"), Read(Encoding.UTF8.GetBytes(text), type).Dropped);
    }

    [Fact]
    public void A_text_of_200_MB_is_refused_by_its_length()
    {
        var fault = Read(new byte[200_000_000]).Fault!;
        Assert.Equal("folder/some: 200,000,000 bytes are more than the limit of 50,000,000. Split it, or raise 'read: maxBytes'.", fault.ToString());
    }

    [Fact]
    public void A_type_that_nothing_reads_is_a_fault() =>
        Assert.Equal("folder/some: nothing here reads application/json. Give text, Markdown, HTML, PDF, Word (.docx), OpenDocument (.odt), mail (.eml) or a calendar (.ics).", Read("{}"u8.ToArray(), "application/json").Fault!.ToString());

    [Theory]
    [InlineData("Kurzer Text auf Deutsch.", null, "too little to be sure of")]
    [InlineData("Die Tagung findet am 4. Juni in Wien statt und wird von der Gesellschaft für das Recht der Meere mit der Universität veranstaltet, die auch das Programm für die Tagung macht.", "unsupported language: de", "German")]
    [InlineData("Le colloque aura lieu à Lyon le 4 juin et il est organisé par la société avec les universités de la région pour tous ceux qui sont dans le domaine.", "unsupported language: fr", "French")]
    [InlineData("Конференция пройдёт в Москве и она открыта для всех, кто хочет узнать, что это такое и как мы это делаем в нашей стране не только на словах.", "unsupported language: ru", "Russian")]
    [InlineData("The conference takes place in Wien on 4 June and is organized by the Gesellschaft für das Recht der Meere with the Universität, which also makes its programme.", null, "English with names")]
    public void A_language_that_is_not_supported_is_dropped_where_it_is_sure(string text, string? why, string reason) =>
        Assert.True(why == Read(Encoding.UTF8.GetBytes(text)).Dropped?.Why, reason);

    [Theory]
    [InlineData("utf-8", null)]
    [InlineData("utf-16", null)]
    [InlineData("utf-16BE", null)]
    [InlineData("windows-1252", null)]
    [InlineData("windows-1250", "windows-1250")]
    [InlineData("iso-8859-2", "ISO-8859-2")]
    public void Charsets(string charset, string? declared)
    {
        const string Text = "The school on the sea takes place in Málaga and is for all who like it: bring a friend or two, and a coat.";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal(Text, Read(Encoding.GetEncoding(charset).GetBytes(Text), charset: declared).Document!.Text);
    }

    [Fact]
    public void A_page_declares_its_charset_and_the_transport_goes_first()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var cyrillic = Encoding.GetEncoding(1251).GetBytes("<meta charset=\"windows-1251\"><p>София</p>");
        Assert.Equal("София", Read(cyrillic, "text/html").Document!.Text);
        Assert.Equal("София", Read(Encoding.GetEncoding(1251).GetBytes("<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; CHARSET=WINDOWS-1251\"><p>София</p>"), "text/html").Document!.Text);
        Assert.Equal("Málaga", Read(Encoding.UTF8.GetBytes("<p>Málaga</p>"), "text/html", "unicode-1-1-utf-7").Document!.Text);
        var greek = Encoding.GetEncoding(1253).GetBytes("<meta charset=\"windows-1251\"><p>Αθήνα</p>");
        Assert.Equal("Αθήνα", Read(greek, "text/html", "windows-1253").Document!.Text);
    }

    [Fact]
    public void Markdown_keeps_its_text_and_gives_links_and_front_matter()
    {
        const string Text = "---\ntitle: \"Spring School\"\ndate: 2018-06-04\n---\n\n# Spring School\n\nSee [the page](school.html) or <https://example.org/>.\n";
        var document = Readers.Read(SomeSource.Markdown(Text), TestContext.Current.CancellationToken).Document!;
        Assert.Equal((Text, "Spring School", new DateOnly(2018, 6, 4)), (document.Text, document.Title, document.Published));
        Assert.Equal(["H1 Spring School", "P See [the page](school.html) or <https://example.org/>."], document.Outline());
        Assert.Equal([("the page", "school.html"), ("https://example.org/", "https://example.org/")], document.Links.Select(link => (link.Span.Of(Text), link.Href)));
    }

    [Theory]
    [InlineData("---\ntitle: School\npubDate: 2018-06-04T10:00:00Z\n---\nWords.\n", "YAML with another key")]
    [InlineData("+++\ntitle = \"School\"\ndate = 2018-06-04\n+++\nWords.\n", "TOML")]
    public void Front_matter(string text, string why)
    {
        var document = Readers.Read(SomeSource.Markdown(text), TestContext.Current.CancellationToken).Document!;
        Assert.True(document is { Title: "School", Published: { Year: 2018, Month: 6, Day: 4 }, Blocks.Length: 1 }, why);
    }

    [Fact]
    public void Lists_tables_and_headings_of_Markdown()
    {
        var document = Readers.Read(SomeSource.Markdown("## Dates\n\n- One\n  - Deeper\n\n| Day | What |\n|---|---|\n| 3 May | Fair |\n"), TestContext.Current.CancellationToken).Document!;
        Assert.Equal(["H2 Dates", "L1 One", "L2 Deeper", "T Day | What", "T 3 May | Fair"], document.Outline());
    }
}
