using Extract.Tag.Organizations;
using Extract.Text;

namespace Extract.Tests.Tag.Organizations;

public sealed class OrganizationGazetteerTests
{
    [Fact]
    public void A_name_gives_the_ROR_address_the_acronym_and_the_country()
    {
        var body = Assert.Single(OrganizationGazetteer.Shipped.Look(Key("Bureau of Justice Statistics")));
        Assert.Equal("https://ror.org/0006s4z66", body.Id);
        Assert.Equal("BJS", body.Acronym);
        Assert.Equal(["US"], body.Seats);
    }

    [Fact]
    public void What_is_no_body_is_not_found()
    {
        Assert.Equal(NameKnown.No, OrganizationGazetteer.Shipped.Find(Key("Cheese and Biscuits on Thursday")));
        Assert.Empty(OrganizationGazetteer.Shipped.Look(Key("Cheese and Biscuits on Thursday")));
    }

    [Fact]
    public void A_name_that_several_bodies_have_gives_them_all() => Assert.True(OrganizationGazetteer.Shipped.Look(Key("Ministry of Health")).Length > 1);

    [Fact]
    public void No_file_is_larger_than_four_mebibytes_and_a_file_that_is_none_is_refused()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Trained", "organizations");
        Assert.All(Directory.GetFiles(folder), file => Assert.True(new FileInfo(file).Length < 4 << 20, file));
        var other = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(other, "names.bin"), "these are no names at all");
        Assert.Throws<InvalidDataException>(() => new OrganizationGazetteer(other));
    }

    private static ulong Key(string name)
    {
        var tokens = TokenList.Of(name);
        return NameCandidates.KeyOf(tokens, 0, tokens.Count - 1);
    }
}
