using System.Text.Json.Nodes;

namespace Extract.Tests.Run;

/// <summary>The user's own organizations in the real program: <c>tag: organizations</c> of pipeline.yml.</summary>
public sealed class OwnOrganizationsRunTests
{
    private const string Notice = "Seminar on bees\n\nOpen Harbour will hold a seminar on 3 May 2024 in Vienna. Register with OHF. The Open Harbour Foundation (OHF) welcomes all.\n";
    private const string Own = "name,acronym,aliases,id\nOpen Harbour Foundation,OHF,Open Harbour,x1\n";

    [Fact]
    public void All_spellings_of_a_line_are_one_organization_with_the_file_s_name_and_id()
    {
        using var folder = Folder(Own);
        Assert.Equal(0, folder.Run().Status);
        var body = Assert.Single(Bodies(folder), body => (string?)body["id"] == "x1");
        Assert.Equal(("Open Harbour", "Open Harbour Foundation", "OHF", "organizer"), ((string?)body["text"], (string?)body["name"], (string?)body["acronym"], (string?)body["role"]));
        Assert.Equal(3, body["also"]!.AsArray().Count);
        Assert.StartsWith("organizations.own", (string?)body["by"], StringComparison.Ordinal);
        Assert.InRange((double)body["confidence"]!, 0.6, 1);
    }

    [Fact]
    public void Two_bodies_of_the_file_are_never_one()
    {
        using var folder = Folder("name,id\nHarbour Council,x1\nCouncil,x2\n", "Seminar on bees\n\nThe Harbour Council will hold a seminar on 3 May 2024 in Vienna with the Council.\n");
        folder.Run();
        Assert.Equal(["x1", "x2"], Bodies(folder).Select(body => (string?)body["id"]));
    }

    [Fact]
    public void Another_file_is_another_fingerprint_and_the_documents_are_done_anew()
    {
        using var folder = Folder(Own);
        folder.Run();
        folder.With("own.csv", Own.Replace("x1", "x2", StringComparison.Ordinal)).Run();
        Assert.Contains(Bodies(folder), body => (string?)body["id"] == "x2");
    }

    [Fact]
    public void A_list_in_yaml_does_as_well()
    {
        using var folder = Folder(null).With("own.yml", "- name: Open Harbour Foundation\n  acronym: OHF\n  aliases: [Open Harbour]\n  id: x1\n").With("pipeline.yml", "fetch:\n  sources: [notice.txt]\ntag:\n  organizations: own.yml\n");
        folder.Run();
        Assert.Contains(Bodies(folder), body => (string?)body["id"] == "x1");
    }

    [Theory]
    [InlineData("name,acronim\nOpen Harbour,OH\n", "own.csv:1:1: there is no column “acronim”. Did you mean “acronym”?")]
    [InlineData(null, "pipeline.yml:4:18: tag: organizations: there is no file “own.csv”. Mend the path, or write null.")]
    public void A_wrong_file_is_told_before_anything_is_read(string? own, string message)
    {
        using var folder = Folder(own);
        foreach (var ran in new[] { folder.Run(), folder.Run("check") })
        {
            Assert.Equal(2, ran.Status);
            Assert.Contains(message, ran.Talk, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(folder["out/records.jsonl"]));
    }

    [Fact]
    public void The_file_itself_is_no_source_and_explain_names_the_witness()
    {
        using var folder = Folder(Own).With("pipeline.yml", "fetch:\n  sources: [.]\ntag:\n  organizations: own.csv\n");
        folder.Run();
        Assert.DoesNotContain("own.csv", File.ReadAllText(folder["out/ledger.jsonl"]), StringComparison.Ordinal);
        Assert.Contains("organizations.own", folder.Run("explain", "notice.txt").Out, StringComparison.Ordinal);
    }

    private static JsonNode[] Bodies(TemporaryFolder folder) => [.. JsonNode.Parse(Assert.Single(folder.Lines("out/records.jsonl")))!["organizations"]!.AsArray().Select(body => body!)];

    private static TemporaryFolder Folder(string? own, string notice = Notice)
    {
        var folder = new TemporaryFolder().With("notice.txt", notice).With("pipeline.yml", "fetch:\n  sources: [notice.txt]\ntag:\n  organizations: own.csv\n");
        return own is null ? folder : folder.With("own.csv", own);
    }
}
