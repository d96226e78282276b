using Extract.Tests.Corpus;
using Extract.Tests.Fetch.Containers;
using static Extract.Tests.Fetch.Containers.SomeArchive;

namespace Extract.Tests.Fuzz;

/// <summary>What is damaged: small files of every kind that is read.</summary>
internal static class Seeds
{
    private const int Largest = 12_000;

    public static List<(string Name, byte[] Bytes)> All()
    {
        var files = CorpusFolder.Pages("").Select(name => (Name: Path.GetFileName(name), Bytes: File.ReadAllBytes(Path.Combine(CorpusFolder.Root, name))))
            .Where(file => file.Bytes.Length is > 0 and <= Largest || file.Name.EndsWith(".pdf", StringComparison.Ordinal) && file.Bytes.Length < 100_000).ToList();
        // A few of each kind, so that the many pages do not crowd out the rest.
        var seeds = files.GroupBy(file => Path.GetExtension(file.Name)).SelectMany(kind => kind.OrderBy(file => file.Name, StringComparer.Ordinal).Take(12)).ToList();
        byte[][] pages = [.. files.Where(file => file.Name.EndsWith(".html", StringComparison.Ordinal)).Take(3).Select(file => file.Bytes)];
        seeds.AddRange(Archives(pages));
        return seeds;
    }

    private static IEnumerable<(string, byte[])> Archives(byte[][] pages)
    {
        (string, byte[])[] entries = [.. pages.Select((page, i) => ($"{i}.html", page))];
        byte[][] records = [SomeWarc.Record("warcinfo", null, Utf8("x: y")), .. pages.Select((page, i) => SomeWarc.Page($"https://h/{i}", page)), SomeWarc.Page("https://h/z", Gzip(pages[0]), more: "Content-Encoding: gzip\r\n")];
        yield return ("a.zip", Zip(entries));
        yield return ("b.zip", StreamedZip(entries));
        yield return ("c.zip", Zip(("in.zip", Zip(entries)), ("in.tar.gz", Gzip(Tar(entries)))));
        yield return ("a.tar", Tar(entries));
        yield return ("a.tar.gz", Gzip(Tar(entries)));
        yield return ("a.html.gz", Gzip(pages[0]));
        yield return ("a.warc", SomeWarc.Joined(records));
        yield return ("a.warc.gz", SomeWarc.Packed(records));
        yield return ("a.arc.gz", SomeWarc.Packed(SomeWarc.ArcHead, SomeWarc.Arc("http://h/1", SomeWarc.Answer(pages[0])), SomeWarc.Arc("http://h/2", SomeWarc.Answer(pages[1]))));
        yield return ("a.mbox", Utf8("From a@h Mon Jun  4 10:11:12 2018\nSubject: One\nDate: Mon, 4 Jun 2018 10:11:12 +0000\n\nConcert in Graz on 4 May 2018.\n\nFrom b@h Mon Jun  4 10:11:12 2018\nSubject: Two\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Fair in Graz on 5 May 2018\n--x\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nRmFpciBpbiBHcmF6\n--x--\n"));
        yield return ("a.csv", Utf8("id,title,published,text\n1,Concert,2018-06-01,\"On 4 May, in \"\"Graz\"\"\"\n2,Fair,,On 5 May in Graz\n"));
    }
}
