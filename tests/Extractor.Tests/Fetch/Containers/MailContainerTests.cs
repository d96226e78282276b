using System.Text;

namespace Extract.Tests.Fetch.Containers;

/// <summary>A mail stands for itself and for what is attached to it.</summary>
public sealed class MailContainerTests
{
    private static byte[] Mail(params string[] parts) => Encoding.UTF8.GetBytes(("From: a@b.example\nSubject: School\nDate: Mon, 4 Jun 2018 10:00:00 +0200\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nThe mail.\n"
        + string.Concat(parts.Select(part => $"--x\n{part}\n")) + "--x--\n").ReplaceLineEndings("\r\n"));

    private static string File(string name, string type, string text, string disposition = "attachment") =>
        $"Content-Type: {type}\nContent-Disposition: {disposition}; filename=\"{name}\"\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}";

    private static string[] Lines(params string[] parts) => Unpacked.Lines("mail.eml", Mail(parts))[1..];

    [Fact]
    public void A_mail_without_attachments_is_one_document()
    {
        var (input, result) = Assert.Single(Unpacked.Inputs("mail.eml", Mail()));
        Assert.Equal(("mail.eml", "mail.eml", "message/rfc822"), (input.Name, result.Source!.Id, result.Source.MediaType));
        Assert.Equal(Mail(), result.Source.Bytes.ToArray());
    }

    [Fact]
    public void Attachments_are_documents_by_their_place_typed_by_what_the_mail_states_or_their_name()
    {
        var inputs = Unpacked.Inputs("mail.eml", Mail(File("notice.pdf", "application/pdf", "1"), File("notice.txt", "application/octet-stream", "2"), File("page.html", "text/html", "3", "inline")));
        Assert.Equal(["mail.eml", "mail.eml!/notice.pdf", "mail.eml!/notice.txt", "mail.eml!/page.html"], inputs.Select(each => each.Input.Name));
        Assert.Equal(["message/rfc822", "application/pdf", "text/plain", "text/html"], inputs.Select(each => each.Result.Source!.MediaType));
        Assert.Equal(new DateOnly(2018, 6, 4), inputs[1].Result.Source!.Published);
    }

    [Fact]
    public void What_is_no_document_is_dropped_and_signatures_are_not_there() =>
        Assert.Equal(["mail.eml!/logo.png DROPPED no document: image/png"], Lines(File("logo.png", "image/png", "x"), File("inline.png", "image/png", "x", "inline"), File("s.p7s", "application/pkcs7-signature", "x")));

    [Fact]
    public void An_attached_mail_is_opened_in_its_turn() =>
        Assert.Equal(["mail.eml!/attachment-1.eml: From: c@d.example\r\nS", "mail.eml!/attachment-1.eml!/deep.txt: deep"],
            Lines($"Content-Type: message/rfc822\n\nFrom: c@d.example\nSubject: Inner\nContent-Type: multipart/mixed; boundary=y\n\n--y\nContent-Type: text/plain\n\nInner.\n--y\n{File("deep.txt", "text/plain", "deep")}\n--y--\n"));

    [Fact]
    public void An_attached_archive_is_opened_too() =>
        Assert.Equal(["mail.eml!/all.zip!/one.txt: 1"], Lines($"Content-Type: application/zip\nContent-Disposition: attachment; filename=all.zip\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(SomeArchive.Zip(("one.txt", SomeArchive.Utf8("1"))))}"));

    [Theory]
    [InlineData(1, "its text")]
    [InlineData(2, "“notice.txt”")]
    public void A_mail_that_is_cut_says_in_which_part(int parts, string where)
    {
        var mail = Encoding.UTF8.GetString(Mail(File("notice.txt", "text/plain", "A spring school.")));
        var cut = mail[..(parts == 1 ? mail.IndexOf("The mail.", StringComparison.Ordinal) + 8 : mail.Length - 10)];
        var lines = Unpacked.Lines("mail.eml", Encoding.UTF8.GetBytes(cut));
        Assert.Equal(parts + 1, lines.Length);
        Assert.Equal($"mail.eml!/@{cut.Length} FAILED the mail is cut off in {where}: that part may lack its end, and what came after it is lost. Get the file anew, if there is a whole one; what could be read of it was.", lines[^1]);
    }

    [Fact]
    public void A_mailbox_that_is_cut_says_so_of_its_last_mail()
    {
        var mail = Encoding.UTF8.GetString(Mail(File("notice.txt", "text/plain", "A spring school.")));
        var box = string.Concat(Enumerable.Repeat($"From a@b.example Mon Jun  4 10:11:12 2018\r\n{mail}\r\n", 2));
        Assert.Equal(["all.mbox!/1.eml", "all.mbox!/1.eml!/notice.txt", "all.mbox!/2.eml", "all.mbox!/2.eml!/notice.txt"], Unpacked.Inputs("all.mbox", Encoding.UTF8.GetBytes(box)).Select(each => each.Input.Name));
        Assert.Contains(" FAILED the mail is cut off in “notice.txt”", Unpacked.Lines("all.mbox", Encoding.UTF8.GetBytes(box[..^12]))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_mail_is_one_document_for_its_reader_to_refuse() => Assert.Equal(["mail.eml: words"], Unpacked.Lines("mail.eml", "words"u8.ToArray()));
}
