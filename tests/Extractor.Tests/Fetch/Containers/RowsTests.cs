using System.Text;
using Extract.Fetch;
using static Extract.Tests.Fetch.Containers.SomeArchive;

namespace Extract.Tests.Fetch.Containers;

/// <summary>Mailboxes, JSON lines and tables: each of them many documents in one file.</summary>
public sealed class RowsTests
{
    [Fact]
    public void A_mailbox_gives_its_mails()
    {
        const string box = "From ana@example.org Mon Jun  4 10:11:12 2018\nSubject: One\n\nFrom here on\n>From us, at 10:30\n\nFrom the start it is text.\n\nFrom bo@example.org Tue Jun  5 10:11:12 2018\r\nSubject: Two\r\n\r\nx\r\n";
        var mails = Unpacked.Inputs("inbox", Utf8(box));
        Assert.Equal(["inbox!/1.eml", "inbox!/2.eml"], mails.Select(mail => mail.Input.Name));
        Assert.Equal("Subject: One\n\nFrom here on\nFrom us, at 10:30\n\nFrom the start it is text.\n\n", Encoding.UTF8.GetString(mails[0].Result.Source!.Bytes.Span));
        Assert.All(mails, mail => Assert.Equal("message/rfc822", mail.Result.Source!.MediaType));
        Assert.Equal(["a.gz!/1.eml", "a.gz!/2.eml"], Unpacked.Inputs("a.gz", Gzip(Utf8(box))).Select(mail => mail.Input.Name));
    }

    [Fact]
    public void Prose_that_begins_with_From_is_no_mailbox() => Assert.Equal(["a.txt: From 10:30 on"], Unpacked.Lines("a.txt", Utf8("From 10:30 on")));

    [Fact]
    public void A_maildir_gives_its_mails()
    {
        using var folder = new TemporaryFolder().With("box/cur/1528107072.M1P2.host:2,S", "Subject: One\n\nx").With("box/new/1528107073.M1P2.host", "Subject: Two\n\nx").With("box/tmp/1528107074.M1P2.host", "half")
            .With("box/.Sent/cur/1528107075.M1P2.host:2,S", "Subject: Three\n\nx");
        using var fetcher = new Fetcher(new() { Sources = ["box"] }, folder.Path, 1000, new HashSet<string>());
        var inputs = fetcher.InputsAsync(CancellationToken.None).ToBlockingEnumerable(cancellationToken: TestContext.Current.CancellationToken).ToList();
        Assert.Equal(["box/.Sent/cur/1528107075.M1P2.host:2,S", "box/cur/1528107072.M1P2.host:2,S", "box/new/1528107073.M1P2.host"], inputs.Select(input => input.Name));
        Assert.All(inputs, input => Assert.Equal("message/rfc822", fetcher.FetchAsync(input, CancellationToken.None).Result.Source!.MediaType));
    }

    [Fact]
    public void Json_lines_are_documents_in_the_form_of_pipe_or_with_columns_of_their_own()
    {
        var lines = Utf8("{\"id\": \"a/1\", \"text\": \"one\", \"url\": \"https://h/1\", \"published\": \"2018-06-01\"}\n\n{\"html\": \"<p>two\"}\n\"no\n{\"id\": 4, \"text\": \"four\"}\n{\"id\":\"5\"}");
        Assert.Equal(
        [
            "a.jsonl!/a/1: one", "a.jsonl!/3: <p>two",
            "a.jsonl!/4 FAILED it is no JSON object: Expected end of string, but instead reached end of data (at byte 4). Write one document a line: {\"id\": \"…\", \"text\": \"…\"}. ",
            "a.jsonl!/4#2: four", "a.jsonl!/5 FAILED exactly one of “text” and “html” is needed. The line has only “id”. ",
        ], Unpacked.Lines("a.jsonl", lines));
        var source = Unpacked.Inputs("a.jsonl", lines)[0].Result.Source!;
        Assert.Equal(("a.jsonl!/a/1", "https://h/1", new DateOnly(2018, 6, 1), "text/plain"), (source.Id, source.Uri, source.Published, source.MediaType));
        var columns = new FetchSettings { Columns = System.Collections.Immutable.ImmutableSortedDictionary.CreateRange<string, string>([new("text", "words"), new("id", "key")]) };
        Assert.Equal(["b.ndjson!/k: mine"], Unpacked.Lines("b.ndjson", Utf8("{\"key\": \"k\", \"words\": \"mine\", \"text\": \"not mine\"}"), columns));
    }

    [Fact]
    public void A_table_is_documents_by_its_columns()
    {
        var csv = Utf8("\uFEFFID;Title;Date;Body;Link\r\n1;Concert;2018-06-01T10:00:00Z;\"On 4 May,\r\nin Graz\";https://h/1\r\n2;;;Concert: again;\r\n");
        var inputs = Unpacked.Inputs("a.csv", csv);
        Assert.Equal(["a.csv!/1: Concert\n\nOn 4 May,\r\nin Graz", "a.csv!/2: Concert: again"], Unpacked.Lines("a.csv", csv));
        Assert.Equal(("https://h/1", new DateOnly(2018, 6, 1)), (inputs[0].Result.Source!.Uri, inputs[0].Result.Source!.Published));
        Assert.Equal(["a.csv!/2: Concert\n\nConcert in Graz on 4 May", "a.csv!/3: CONCERT.\nIn Graz"], Unpacked.Lines("a.csv", Utf8("title,text\nConcert,Concert in Graz on 4 May\nConcert,\"CONCERT.\nIn Graz\"\n")));
        Assert.Equal(["a.tsv!/2: b"], Unpacked.Lines("a.tsv", Utf8("text\tx\nb\t1\n")));
        Assert.Equal(["a.csv!/2: café"], Unpacked.Lines("a.csv", [.. "text,x\ncaf"u8, 0xE9, .. ",1\n"u8]));
        Assert.Equal("<article><h1>A &amp; B</h1><p>x</article>", Encoding.UTF8.GetString(Unpacked.Inputs("a.csv", Utf8("title,html\nA & B,<p>x\n"))[0].Result.Source!.Bytes.Span));
    }

    [Fact]
    public void A_table_without_texts_or_with_an_open_quote_says_so()
    {
        Assert.Equal(["a.csv FAILED it has no column of texts; its columns are: name, size. Name one under 'fetch: columns', as in columns: {text: body}."], Unpacked.Lines("a.csv", Utf8("name,size\nx,1\n")));
        Assert.Equal(["a.csv!/2: one", "a.csv!/3 FAILED from line 3 on it is no table: a quotation mark is not closed; what came after is lost. Mend it there, or save the table anew."],
            Unpacked.Lines("a.csv", Utf8("text,x\none,1\n\"two,2\nthree,3\n")));
        Assert.Equal(["a.csv!/2 FAILED “published” is not a day: “May”. Write it as 2018-06-01. "], Unpacked.Lines("a.csv", Utf8("text,published\none,May\n")));
        Assert.Equal(["a.csv DROPPED empty"], Unpacked.Lines("a.csv", Utf8("text\n")));
    }
}
