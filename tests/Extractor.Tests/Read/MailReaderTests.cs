using System.Text;
using Extract.Read;

namespace Extract.Tests.Read;

public class MailReaderTests
{
    private static readonly Readers Readers = new(new ReadSettings { Languages = [] });
    private const string Words = "The spring school takes place in Graz on 3 May, and all are invited.";

    private static ReadResult Read(string mail) => Readers.Read(SomeSource.Bytes(Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")), "message/rfc822"), TestContext.Current.CancellationToken);

    private static string Text(string subject, string body, string headers = "") => Read($"From: a@b.example\nSubject: {subject}\nDate: Mon, 4 Jun 2018 23:30:00 +0200\n{headers}\n{body}").Document!.Text;

    [Fact]
    public void Subject_day_and_text()
    {
        var document = Read("From: A <a@b.example>\nSubject: =?utf-8?Q?Spring_school_in_M=C3=A1laga?=\nDate: Mon, 4 Jun 2018 23:30:00 +0200\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nAll are invited to M=E1laga on=\n 3 May.\n").Document!;
        Assert.Equal(["H1 Spring school in Málaga", "P All are invited to Málaga on 3 May."], document.Outline());
        Assert.Equal(("Spring school in Málaga", new DateOnly(2018, 6, 4)), (document.Title, document.Published));
    }

    [Theory]
    [InlineData("Re: School", "Words of mine.\n\nOn Mon, 4 Jun 2018 at 10:00, A. B. <a@b.example> wrote:\n> Old words.\n> More of them.\n", "School\n\nWords of mine.", "a quoted mail")]
    [InlineData("Re: School", "Words of mine.\n\nOn Mon, 4 Jun 2018 at 10:00, A. B. of the Institute\n<a@b.example> wrote:\n\n> Old words.\n", "School\n\nWords of mine.", "an attribution in two lines")]
    [InlineData("RE: [EXT] School", "Words of mine.\n\n-----Original Message-----\nFrom: A\nSent: Monday\nTo: B\nSubject: School\n\nOld words.\n", "[EXT] School\n\nWords of mine.", "Outlook's")]
    [InlineData("AW: School", "Words of mine.\n\n________________________________\nFrom: A\nSent: Monday\nTo: B\nSubject: School\n\nOld words.\n", "School\n\nWords of mine.", "Outlook's rule")]
    [InlineData("School", Words + "\n\n-- \nA. B.\nInstitute\n", "School\n\n" + Words, "a signature")]
    [InlineData("School", Words + "\n\nSent from my iPhone\n", "School\n\n" + Words, "a telephone's")]
    [InlineData("School", Words + "\n\n_______________________________________________\nEvents mailing list\nEvents@lists.example\nhttps://lists.example/listinfo/events\n", "School\n\n" + Words, "a list's footer")]
    [InlineData("School", Words + "\n\nYou are receiving this because you asked for it.\nTo unsubscribe, write to us.\n", "School\n\n" + Words, "a newsletter's leave")]
    [InlineData("Fwd: School", "FYI\n\n---------- Forwarded message ---------\nFrom: A <a@b.example>\nDate: Mon, 4 Jun 2018\nSubject: School\nTo: <c@d.example>\n\n" + Words + "\n", "School\n\nFYI\n\n" + Words, "what is passed on is kept")]
    [InlineData("FW: School", "-----Original Message-----\nFrom: A\nSent: Monday\nSubject: School\n\n" + Words + "\n", "School\n\n" + Words, "Outlook's forward")]
    [InlineData("School", "FYI\n\n> " + Words + "\n", "School\n\nFYI\n\n" + Words, "a mail that only quotes")]
    [InlineData("School", "Date: 3 May\nSubject: Law\nTo: all\n\n" + Words + "\n", "School\n\nDate: 3 May\nSubject: Law\nTo: all\n\n" + Words, "labels that look like a mail's head")]
    public void What_is_not_the_mails_own_is_cut(string subject, string body, string text, string why) =>
        Assert.True(text == Text(subject, body), $"{why}: {Text(subject, body)}");

    [Fact]
    public void A_list_of_thousands_of_addresses_is_read_once()
    {
        var addresses = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"  a{i}@b.example,\n"));
        Assert.StartsWith("School\n\n" + Words, Text("School", $"{Words}\n\nTo: all\n{addresses}\nEnd.\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_list_is_no_part_of_the_subject()
    {
        Assert.StartsWith("School\n", Text("[events-l] Re: [events-l] School", Words, "List-Id: <events-l.lists.example>\n"), StringComparison.Ordinal);
        Assert.StartsWith("[Call] School\n", Text("[Call] School", Words), StringComparison.Ordinal);
    }

    [Fact]
    public void Flowed_lines_are_joined() =>
        Assert.Equal("School\n\nThe spring school takes place in Graz on 3 May.", Text("School", "The spring school takes \nplace in Graz \non 3 May.", "Content-Type: text/plain; format=flowed\n"));

    [Fact]
    public void The_page_of_a_mail_goes_first_without_what_it_quotes()
    {
        var document = Read($"""
            From: a@b.example
            Subject: Re: School
            Content-Type: multipart/alternative; boundary=x

            --x
            Content-Type: text/plain

            The text.
            --x
            Content-Type: text/html

            <html><body><p>{Words}</p><ul><li>One</li><li>Two</li></ul><p>See <a href="https://example.org/">the page</a>.</p><div class="gmail_quote"><div class="gmail_attr">On Monday A wrote:</div><blockquote>Old words.</blockquote></div>
            <p>You can <a href="https://example.org/u">unsubscribe here</a>.</p></body></html>
            --x--
            """).Document!;
        Assert.Equal(["H1 School", "P " + Words, "L1 One", "L1 Two", "P See the page."], document.Outline());
        Assert.Equal("the page", Assert.Single(document.Links).Span.Of(document.Text));
    }

    [Fact]
    public void Attachments_are_not_read_and_invitations_are_witnesses()
    {
        var document = Read($"""
            From: a@b.example
            Subject: School
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: text/plain

            {Words}
            --x
            Content-Type: text/calendar; method=REQUEST

            BEGIN:VCALENDAR
            BEGIN:VEVENT
            SUMMARY:School
            DTSTART;VALUE=DATE:20180503
            END:VEVENT
            END:VCALENDAR
            --x
            Content-Type: text/plain; name=other.txt
            Content-Disposition: attachment; filename=other.txt

            The words of the attachment.
            --x--
            """).Document!;
        Assert.DoesNotContain("attachment", document.Text, StringComparison.Ordinal);
        Assert.Equal(new MarkupEvent("School", new(2018, 5, 3), new(2018, 5, 3), null, null, null, "icalendar"), Assert.Single(document.MarkupEvents));
    }

    [Theory]
    [InlineData("From: a@b.example\nSubject: School\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n" + Words + "\n--y\nContent-Ty", "a boundary that never comes")]
    [InlineData("From a@b.example Mon Jun  4 10:00:00 2018\nFrom: a@b.example\nSubject: School\n\n" + Words, "the line of a mailbox before it")]
    [InlineData("From: a@b.example\nSubject: School\nContent-Transfer-Encoding: base64\nContent-Type: text/plain; charset=no-such\n\nVGhlIHNwcmluZyBzY2hvb2wgdGFrZXMgcGxhY2UgaW4gR3JheiBvbiAzIE1heSwgYW5kIGFsbCBhcmUgaW52aXRlZC4", "a charset that is none, base64 without its end")]
    public void Broken_mail_is_read_as_far_as_it_goes(string mail, string why) => Assert.True(Read(mail).Document?.Text.Contains("takes place in Graz", StringComparison.Ordinal), why);

    [Fact]
    public void What_is_no_mail_is_a_fault() =>
        Assert.Equal("folder/some: this mail is damaged: nothing can be read out of it. Fetch or save it again.", Read("no mail at all\n\nbut words\n").Fault?.ToString());
}
