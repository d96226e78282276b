using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extract.Read;
using Extract.Split;
using Extract.Tag;
using Extract.Tag.Labels;
using Extract.Text;

namespace Extract.Tests.Split;

/// <summary>Pages for tests of the splitter: plain text in which <c>&lt;…&gt;</c> marks each date.</summary>
internal static class SplitPages
{
    public static Page Of(string marked, string? organization = null)
    {
        var text = new StringBuilder();
        var dates = ImmutableArray.CreateBuilder<Mention>();
        var open = -1;
        foreach (var c in marked)
        {
            if (c == '<') open = text.Length;
            else if (c != '>') text.Append(c);
            else dates.Add(Date(new(open, text.Length), text.ToString(open, text.Length - open)));
        }
        var document = new Readers(new ReadSettings()).Read(SourceOf(text.ToString())).Document!;
        var (tokens, mentions) = (TokenList.Of(document), dates.ToList());
        new LabelTagger(LabelRules.Announces).Tag(document, tokens, mentions);
        if (organization is not null && text.ToString().IndexOf(organization, StringComparison.Ordinal) is >= 0 and var at)
            mentions.Add(new(MentionKind.Organization, new(at, at + organization.Length), new OrganizationValue(organization), new("test", new(at, at + organization.Length), 1)));
        return new(new TaggedDocument(document, tokens, [.. mentions.OrderBy(mention => mention.Span.Start)]));
    }

    /// <summary>The words of each item.</summary>
    public static string[] Items(Page page, Segmentation segmentation) => [.. segmentation.Items.Select(item => page.Span(item.First, item.Last).Of(page.Text))];

    private static Source SourceOf(string text) => new()
    {
        Id = "test",
        Text = text,
        Bytes = Encoding.UTF8.GetBytes(text),
        MediaType = "text/plain",
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
    };

    // Each date is another day, told apart by its words; of a month and a year it is a month.
    private static Mention Date(TextSpan span, string words)
    {
        var day = new PartialDate(2024, 1 + (words.Length % 12), 1 + (words.Sum(c => c) % 28));
        return new(MentionKind.Date, span, new DateValue { From = day, To = day, Coarse = words.Split(' ') is [_, { Length: 4 }] }, new("test", span, 1));
    }
}
