using System.Diagnostics;
using System.Text;
using Extract.Rules;
using Extract.Tag.Organizations;

namespace Extract.Tests.Tag.Organizations;

/// <summary>The file of a user's own organizations: what it may say, odd forms of it, and what is told where it is wrong.</summary>
public sealed class OwnOrganizationsFileTests
{
    [Theory]
    [InlineData("name,acronym,aliases,id\nOpen Harbour,OH,Harbour Folk;Harbourers,x1\n", "a table")]
    [InlineData("\ufeffname,acronym,aliases,id\r\nOpen Harbour,OH,Harbour Folk;Harbourers,x1\r\n", "a byte order mark, line ends of Windows")]
    [InlineData("name;acronym;aliases;id\nOpen Harbour;OH;\"Harbour Folk; Harbourers\";x1", "semicolons, no line end at the end")]
    [InlineData("name\tacronym\taliases\tid\nOpen Harbour\tOH\tHarbour Folk; Harbourers\tx1\n", "tabs")]
    [InlineData("Id, Aliases ,ACRONYMS,Name\nx1,Harbour Folk;Harbourers,OH,Open Harbour", "another order, capitals, blanks")]
    [InlineData("sep=,\nname,acronym,alias,id\n\n\"Open Harbour\",OH,\"Harbour Folk;Harbourers\",x1\n,,,\n", "a hint of Excel, quotation marks, empty lines")]
    [InlineData("name,acronym,aliases,id,\nOpen Harbour,OH,Harbour Folk;Harbourers,x1,\n", "a column without a name")]
    [InlineData("name,acronym,aliases,id\nOpen Harbour,OH,Harbour Folk,x1\nOPEN HARBOUR,,Harbourers,x1\n", "one body in two lines")]
    public void A_table_is_read_in_any_form_that_spreadsheets_write(string text, string why) => AssertIsOpenHarbour(Load("own.csv", text), why);

    [Theory]
    [InlineData("- name: Open Harbour\n  acronym: OH\n  aliases: [Harbour Folk, Harbourers]\n  id: x1\n", "a list")]
    [InlineData("\ufeff- name: \"Open Harbour\"\r\n  acronyms: [OH]\r\n  aliases:\r\n    - Harbour Folk\r\n    - Harbourers\r\n  id: x1\r\n", "a byte order mark, line ends of Windows")]
    [InlineData("# ours\n- {name: Open Harbour, acronym: OH, aliases: [Harbour Folk, Harbourers], id: x1, type: }\n- Bee Board\n", "braces, a comment, a bare name")]
    public void A_list_is_read_in_any_form_of_yaml(string text, string why) => AssertIsOpenHarbour(Load("own.yml", text), why);

    private static void AssertIsOpenHarbour(OwnOrganizations own, string why)
    {
        foreach (var words in new[] { "Open Harbour", "Harbour Folk", "Harbourers", "OH" })
            Assert.True(own.Find(OwnKey.Of(words)).First().Body.Value is { Name: "Open Harbour", Acronym: "OH", Id: "x1" }, $"{why}: {words}");
    }

    [Theory]
    [InlineData("own.csv", "", "1:1: the file is empty.")]
    [InlineData("own.csv", "Open Harbour\nBee Board\n", "1:1: the first line names the columns, and “name” must be one of them.")]
    [InlineData("own.csv", "acronym,id\nOH,x1\n", "1:1: the first line names the columns, and “name” must be one of them.")]
    [InlineData("own.csv", "name,acronim\nOpen Harbour,OH\n", "1:1: there is no column “acronim”. Did you mean “acronym”?")]
    [InlineData("own.csv", "name,alias,aliases\nOpen Harbour,a,b\n", "1:1: the column “aliases” stands twice.")]
    [InlineData("own.csv", "name,id\n\nOpen Harbour,x1\n,x2\n", "4:1: an organization has no name here.")]
    [InlineData("own.csv", "name,id\nBees, Honey, Wax,x1\n", "2:1: the line has 4 fields, and the header 2.")]
    [InlineData("own.csv", "name,id\nBees,x1\n\"Open Harbour,x2\nBoard,x3\n", "3:1: a quotation mark is not closed, or words stand behind one.")]
    [InlineData("own.csv", "name,id\nOpen Harbour,x1\nBees,x3\nopen-harbour,x2\n", "4:1: “open-harbour” stands in line 2 too, as another organization's or with another id.")]
    [InlineData("own.csv", "name,type\nOpen Harbour,\nOpen Harbour,-\n", "3:1: “Open Harbour” stands in line 2 too")]
    [InlineData("own.csv", "name,type\nOpen Harbour,club\n", "2:1: “club” is no type. Write - where the name is no organization's")]
    [InlineData("own.csv", "name,acronym\nOpen Harbour,!\n", "2:1: “!” cannot be looked for: it has no words, begins with a mark")]
    [InlineData("own.csv", "name\nThe\n", "2:1: “The” cannot be looked for")]
    [InlineData("own.yml", "", "1:1: the file is empty.")]
    [InlineData("own.yml", "name: Open Harbour\n", "1:1: a list of organizations is expected.")]
    [InlineData("own.yml", "- name: Open Harbour\n  acronim: OH\n", "2:3: An organization has no key “acronim”. Did you mean “acronym”?")]
    [InlineData("own.yml", "- name: Open Harbour\n  alias: a\n  aliases: b\n", "2:10: the column “aliases” stands twice.")]
    [InlineData("own.yml", "- acronym: OH\n", "1:3: an organization has no name here.")]
    [InlineData("own.yml", "- name: Open: Harbour\n", "1:")]
    public void What_is_wrong_is_told_with_its_place(string file, string text, string message)
    {
        using var folder = new TemporaryFolder().With(file, text);
        AssertTold(folder[file], message);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'n', (byte)'a', (byte)'m', (byte)'e', (byte)'\n', (byte)'B', 0xFC, (byte)'r', (byte)'o', (byte)'\n' }, "2:1: the file is not UTF-8 here. Save it as UTF-8.")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'n', 0, (byte)'a', 0 }, "1:1: the file is UTF-16. Save it as UTF-8")]
    public void Bytes_that_are_no_UTF8_are_told(byte[] bytes, string message)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["own.csv"], bytes);
        AssertTold(folder["own.csv"], message);
    }

    [Theory]
    [InlineData("own.csv")]
    [InlineData("own.yml")]
    public void A_hundred_thousand_lines_are_read_in_well_under_a_second(string file)
    {
        var text = new StringBuilder(file == "own.csv" ? "name,acronym,aliases,id\n" : "");
        for (var i = 0; i < (file == "own.csv" ? 100_000 : 25_000); i++)
            text.Append(file == "own.csv" ? $"\"Society of the {i}th Harbour, Norway\",SH{i},Harbour Society No. {i},https://example.org/{i}\n"
                : $"- name: Society of the {i}th Harbour, Norway\n  acronym: SH{i}\n  aliases: [Harbour Society No. {i}]\n  id: https://example.org/{i}\n");
        using var folder = new TemporaryFolder().With(file, text.ToString());
        // Other tests share the processor time: the best of several counts.
        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var start = Process.GetCurrentProcess().TotalProcessorTime;
            Assert.True(OwnOrganizationsFile.Load(folder[file]).Holds(OwnKey.Of("Harbour Society No. 17")));
            return Process.GetCurrentProcess().TotalProcessorTime - start;
        });
        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromSeconds(1.5));
    }

    private static void AssertTold(string path, string message)
    {
        var e = Assert.Throws<RuleFileException>(() => OwnOrganizationsFile.Load(path));
        Assert.StartsWith($"{path}:{message}", e.Message, StringComparison.Ordinal);
    }

    private static OwnOrganizations Load(string file, string text)
    {
        using var folder = new TemporaryFolder().With(file, text);
        return OwnOrganizationsFile.Load(folder[file]);
    }
}
