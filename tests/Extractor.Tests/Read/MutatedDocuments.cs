using System.Diagnostics;
using System.Text;
using CsCheck;
using Extract.Read;

namespace Extract.Tests.Read;

/// <summary>Files that were cut, overwritten or put together wrongly give a document or a reason, and what holds of every document holds. <c>FUZZ=100000</c> tries so many.</summary>
public class MutatedDocuments
{
    private static readonly Readers Readers = new(new ReadSettings { Languages = [] });
    private static readonly int Tries = int.TryParse(Environment.GetEnvironmentVariable("FUZZ"), out var tries) ? tries : 400;

    private static readonly (string Type, byte[] Bytes)[] Seeds =
    [
        ("application/pdf", new SomePdf { Information = "/Title (Spring school) /CreationDate (D:20180604)" }.At(72, 760, "Spring school", 20).Lines(72, 720, "In Graz on 3 May", "- One", "- Two").Link(72, 700, 200, 730, "https://example.org/").Picture().NewPage().At(72, 700, "More.").ToBytes()),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", SomeWord.Of(SomeWord.Paragraph("Spring school", "<w:pStyle w:val=\"h2\"/>") + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>3 May</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>", "<dc:title>Spring school</dc:title>")),
        ("application/vnd.oasis.opendocument.text", SomeWord.OpenDocument("<text:h>School</text:h><text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>", "<dc:title>x</dc:title>")),
        ("message/rfc822", Encoding.UTF8.GetBytes("From: a@b.example\r\nSubject: =?utf-8?Q?Sch=C3=BCle?=\r\nDate: Mon, 4 Jun 2018 10:00:00 +0200\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; format=flowed\r\n\r\nIn Graz \r\non 3 May.\r\n> quoted\r\n-- \r\nA\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>In Graz</p><blockquote type=cite>x</blockquote>\r\n--x\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\n--x--\r\n")),
        ("text/calendar", Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\r\nX-WR-CALNAME:All\r\nBEGIN:VEVENT\r\nSUMMARY:School\r\nDTSTART;TZID=Europe/Vienna:20180604T090000\r\nDURATION:PT2H\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\nDESCRIPTION:<p>Come</p>\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Two\r\nDTSTART;VALUE=DATE:20180604\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")),
    ];

    private static readonly Gen<(int Seed, (int Kind, int At, int Length, byte Value)[] Changes)> Cases =
        Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 1_000_000], Gen.Int[1, 60], Gen.Byte).Array[1, 6]);

    [Fact]
    public void Give_a_document_or_a_reason() => Cases.Sample(each =>
    {
        var (type, bytes) = Seeds[each.Seed];
        var mutated = new List<byte>(bytes);
        foreach (var change in each.Changes) Change(mutated, change);
        var watch = Stopwatch.StartNew();
        ReadProperties.Holds(Readers.Read(SomeSource.Bytes([.. mutated], type), CancellationToken.None));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{type} took {watch.Elapsed}");
    }, iter: Tries);

    private static void Change(List<byte> bytes, (int Kind, int At, int Length, byte Value) change)
    {
        if (bytes.Count == 0) return;
        var at = change.At % bytes.Count;
        var length = Math.Min(change.Length, bytes.Count - at);
        switch (change.Kind)
        {
            case 0: bytes[at] = change.Value; break;
            case 1: bytes.RemoveRange(at, length); break;
            case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 3: bytes.RemoveRange(at, bytes.Count - at); break;
            default: bytes.InsertRange(at, Encoding.ASCII.GetBytes(change.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))); break;
        }
    }
}
