using System.Collections.Immutable;
using Extract.Resolve.Organizations;
using Extract.Text;

namespace Extract.Tests.Resolve.Organizations;

/// <summary>Which mentions are of one body. Names stand between angle brackets.</summary>
public sealed class BodiesTests
{
    [Theory]
    [InlineData("<Harbour Music Council> meets. The <Council> sings.", 1, "a short form after the long one")]
    [InlineData("<Corrupt Practices Investigation Bureau> invites. Write to <CPIB>.", 1, "an acronym by its letters, defined nowhere")]
    [InlineData("<CPIB> news. The <Corrupt Practices Investigation Bureau> invites.", 1, "the acronym first")]
    [InlineData("<Department of Justice> and <DOJ>", 1, "small words have a letter")]
    [InlineData("<Department of Health and Human Services>, <HHS>", 1, "the letters of what the department is of")]
    [InlineData("<European Organization for Nuclear Research>; <CERN>", 1, "an acronym of the gazetteer, whose letters are others")]
    [InlineData("<Department of Labor>. The <U.S. Department of Labor> speaks.", 1, "the country before it")]
    [InlineData("<State Department>, <Department of State>", 1, "a department turned")]
    [InlineData("<Department of Treasury>, <Department of the Treasury>", 1, "“the” after “of”")]
    [InlineData("<Office Against Impunity> (<FECI>) acts. <FECI> is praised.", 1, "letters in brackets that spell another language's name")]
    [InlineData("the <Atrocity Crimes Advisory Group for Ukraine>, or the <ACA>. The <ACA> advises.", 1, "letters after “or the”")]
    [InlineData("The <Bureau of Harbour Buildings> (<HB>) builds. <HB> and <Harbour Buildings> are proud.", 1, "letters of a part of the name")]
    [InlineData("<Office Against Impunity> and (<FECI>)", 2, "brackets that do not follow at once")]
    [InlineData("The <Office Against Impunity>, <FECI>", 2, "no brackets")]
    [InlineData("The <Department of State> builds. The <Department> is proud.", 1, "the head of a name alone")]
    [InlineData("The <Department of State> and the <Department of Labor>. The <Department> is proud.", 3, "the head of two: of neither")]
    [InlineData("The <Bank of Harbour>. The <Trade> is free.", 2, "another word")]
    [InlineData("<U.S. Embassy>, <Embassy of Norway>", 2, "two embassies")]
    [InlineData("<Department of Labor>, <Department of State>", 2, "two departments")]
    [InlineData("<Trade Council>, <Tennis Club> and <TC>", 3, "letters of two: of neither")]
    [InlineData("<Trade Council>, <TCX>", 2, "other letters")]
    [InlineData("<Music Council>, <Trade Council>. The <Council> sings.", 3, "a short form of two: of neither")]
    public void Mentions_of_one_body_are_one(string marked, int count, string why)
    {
        var bodies = Of(marked);
        Assert.True(bodies.Length == count, $"{why}: {string.Join(" | ", bodies.Select(body => body.Value.Name))}");
    }

    [Fact]
    public void The_full_name_is_the_body_s_and_the_letters_are_its_acronym()
    {
        var body = Assert.Single(Of("<CPIB> news. The <Corrupt Practices Investigation Bureau> invites."));
        Assert.Equal("Corrupt Practices Investigation Bureau", body.Value.Name);
        Assert.Equal("CPIB", body.Value.Acronym);
        Assert.Equal([0, 15], body.Mentions.Select(mention => mention.Span.Start));
    }

    [Fact]
    public void Letters_behind_a_name_are_its_acronym_whatever_they_spell()
    {
        var body = Assert.Single(Of("<Office Against Impunity> (<FECI>) acts."));
        Assert.Equal(("Office Against Impunity", "FECI"), (body.Value.Name, body.Value.Acronym));
    }

    [Fact]
    public void Letters_of_several_bodies_are_asked_about_and_of_one_are_not()
    {
        var question = AcronymQuestions.Of(Assert.Single(Of("<ACS> invites.")));
        Assert.NotNull(question);
        Assert.Equal("name", question.Field);
        Assert.Contains("American Cancer Society", question.Choices);
        Assert.InRange(question.Choices.Length, 2, 6);
        Assert.Null(AcronymQuestions.Of(Assert.Single(Of("<Agricultural Catering Service>, <ACS>"))));
        Assert.Null(AcronymQuestions.Of(Assert.Single(Of("<QXZVW> invites."))));
    }

    private static ImmutableArray<Body> Of(string marked)
    {
        var (text, spans) = ("", new List<TextSpan>());
        foreach (var part in marked.Split('<'))
        {
            if (part.IndexOf('>', StringComparison.Ordinal) is >= 0 and var end) spans.Add(new(text.Length, text.Length + end));
            text += part.Replace(">", "", StringComparison.Ordinal);
        }
        var document = SomeContext.Tagged(text).Document;
        var mentions = spans.Select(span => new Mention(MentionKind.Organization, span, new OrganizationValue(span.Of(text), span.Of(text).All(char.IsUpper) ? span.Of(text) : null), new("test", span, 0.9)));
        var announcement = new Announcement { Span = new(0, text.Length), Title = "", Anchor = "a" };
        return Bodies.Of(new(document, TokenList.Of(document), [.. mentions], [announcement], 0));
    }
}
