using System.Text.Json.Nodes;
using Extract.Tests.Fetch.Containers;
using Extract.Tests.Read;
using static Extract.Tests.Fetch.Containers.SomeArchive;

namespace Extract.Tests.Run;

/// <summary>Every kind of input, whole and cut in half, in the real program: each place ends once, and the summary's numbers are the ledger's.</summary>
public sealed class LedgerSumsTests
{
    private static readonly string Page = $"<h1>Fair</h1><p>{Announcements.Text(7)}</p>";
    private static readonly byte[] Mail = Utf8($"From: a@b.example\r\nSubject: Fair\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n{Announcements.Text(3)}\r\n--x\r\nContent-Type: text/plain; name=more.txt\r\nContent-Disposition: attachment; filename=more.txt\r\n\r\n{Announcements.Text(4)}\r\n--x--\r\n");

    private static readonly (string Name, byte[] Bytes)[] Inputs =
    [
        ("notice.txt", Utf8(Announcements.Text(1))), ("notice.md", Utf8("# Fair\n\n" + Announcements.Text(2))), ("notice.html", Utf8(Page)),
        ("notice.docx", SomeWord.Of(SomeWord.Paragraph(Announcements.Text(5)))),
        ("notice.eml", Mail), ("box.mbox", [.. Utf8("From a@b.example Mon Jan 01 00:00:00 2024\n"), .. Mail, .. Utf8("\nFrom a@b.example Mon Jan 01 00:00:00 2024\n"), .. Mail]),
        ("days.ics", Utf8("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Fair of books\r\nDTSTART;VALUE=DATE:20240504\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")),
        ("rows.csv", Utf8($"id,text\na,\"{Announcements.Text(8)}\"\nb,\"{Announcements.Text(9)}\"\n")),
        ("lines.jsonl", Utf8($"{{\"id\":\"a\",\"text\":\"Fair on 3 May 2024 in Leeds\"}}\n{{\"id\":\"b\",\"text\":\"Talk on 4 May 2024 in York\"}}\n")),
        ("pages.zip", Zip(("a.txt", Utf8(Announcements.Text(10))), ("in.zip", Zip(("b.txt", Utf8(Announcements.Text(11))))), ("logo.png", Words(1)))),
        ("pages.tar.gz", Gzip(Tar(("a.txt", Utf8(Announcements.Text(12))), ("b.bin", Words(2)), ("c.txt", Utf8(Announcements.Text(13)))))),
        ("crawl.warc", SomeWarc.Joined(SomeWarc.Page("https://h/a", Page), SomeWarc.Record("request", "https://h/", Utf8("GET / HTTP/1.1")), SomeWarc.Page("https://h/b", Page, status: 404))),
        ("crawl.warc.gz", SomeWarc.Packed(SomeWarc.Page("https://h/c", Page), SomeWarc.Page("https://h/d", Page))),
        ("old.arc", SomeWarc.Joined(SomeWarc.ArcHead, SomeWarc.Arc("https://h/e", SomeWarc.Answer(Utf8(Page))), SomeWarc.Arc("https://h/f", SomeWarc.Answer(Utf8(Page))))),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Each_place_ends_once_and_the_sums_agree(int parts)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["in/mails/cur"]);
        foreach (var name in new[] { "new", "tmp" }) Directory.CreateDirectory(folder["in/mails/" + name]);
        File.WriteAllBytes(folder["in/mails/cur/1.h:2,S"], Mail[..(Mail.Length / parts)]);
        foreach (var (name, bytes) in Inputs) File.WriteAllBytes(folder["in/" + name], bytes[..(bytes.Length / parts)]);
        var ran = folder.Run("run", "in/**", "--json");
        var (summary, ends) = (JsonNode.Parse(ran.Out)!, folder.Lines("out/ledger.jsonl").Select(line => JsonNode.Parse(line)!).ToArray());
        Assert.Equal(ends.Length, ends.Select(end => (string)end["input"]!).Distinct().Count());
        Assert.All(Inputs, input => Assert.Contains(ends, end => ((string)end["input"]!).Contains(input.Name, StringComparison.Ordinal)));
        Assert.All(ends, end => Assert.Equal((string)end["outcome"]! != "records", end["why"] is not null));
        int Of(string outcome) => ends.Count(end => (string)end["outcome"]! == outcome);
        Assert.Equal(
            (ends.Length, Of("records"), Of("duplicate"), Of("dropped"), Of("failed")),
            ((int)summary["documents"]!, (int)summary["withRecords"]!, (int)summary["duplicates"]!, (int)summary["dropped"]!, (int)summary["failed"]!));
        Assert.Equal(ends.Length, Of("records") + Of("duplicate") + Of("dropped") + Of("failed"));
        Assert.Equal(parts == 2, Of("failed") > 0);
        Assert.Equal(folder.Lines("out/records.jsonl").Length, ends.Sum(end => (int)end["records"]!));
    }
}
