using Microsoft.Playwright;

namespace Extract.Tests.Review;

/// <summary>
/// The ten commonest corrections, each done in the page and counted: a key, a click, a drag over words and a typed value are one each. README shows
/// the same table.
/// </summary>
public sealed class ReviewPageHandsTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Most = 4;
    private static readonly string Readme = File.ReadAllText(Repository.File("README.md"));

    private static readonly Dictionary<string, (Func<Hands, Task> Do, string[] Changes)> Corrections = new()
    {
        ["wrong year"] = (async hands => { await hands.Press("y"); await hands.Press("a"); }, ["replace /dates/0/from 2019-06-28", "replace /dates/0/to 2019-06-29"]),
        ["wrong city"] = (async hands => { await hands.ClickField("/cities/0/name", "its name in the form"); await hands.Type("Nin"); await hands.Press("Control+Enter"); }, ["replace /cities/0/name Nin", "replace /cities/0/geonameId"]),
        ["city missing"] = (async hands => { await hands.Drag("Split"); await hands.Press("c"); await hands.Press("a"); }, ["add /cities/- Split"]),
        ["wrong venue role"] = (async hands => { await hands.Click("Osijek"); await hands.Press("r"); await hands.Press("2"); await hands.Press("a"); }, ["replace /cities/1/role mentioned"]),
        ["wrong organizer"] = (async hands => { await hands.Click("University of Zagreb"); await hands.Press("r"); await hands.Press("0"); await hands.Press("a"); }, ["replace /organizations/0/role mentioned", "replace /organizations/1/role organizer"]),
        ["organization missing"] = (async hands => { await hands.Drag("Water Bureau"); await hands.Press("g"); await hands.Press("a"); }, ["add /organizations/- Water Bureau"]),
        ["organization span"] = (async hands => { await hands.Drag("Sava Institute"); await hands.Press("g"); await hands.Press("a"); }, ["replace /organizations/2/text Sava Institute", "replace /organizations/2/end *", "replace /organizations/2/name Sava Institute"]),
        ["wrong topic"] = (async hands => { await hands.ClickButton("Remove justice-rule-of-law", "“Remove” on it"); await hands.Press("t"); await hands.Type("env"); await hands.Press("Control+Enter"); }, ["remove /topics/0", "add /topics/- environment-climate"]),
        ["wrong split"] = (async hands => { await hands.ClickText("A second meeting", "where the next one begins"); await hands.Press("s"); await hands.Press("Enter"); }, []),
        ["not an announcement"] = (async hands => await hands.Press("x"), []),
    };

    public static TheoryData<string> Names => [.. Corrections.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_of_the_ten_commonest_corrections_takes_at_most_four_keys_and_clicks(string name)
    {
        await using var desk = await ReviewDesk.OpenAsync(chromium);
        await desk.Showing("Conference on river law");
        var hands = new Hands(desk);
        await Corrections[name].Do(hands);
        await Assertions.Expect(desk.Page.Locator("#saved")).ToContainTextAsync("Saved: ");
        if (Corrections[name].Changes is { Length: > 0 } expected) Assert.Equal(expected, desk.Changes().Select(change => expected.Any(each => each.EndsWith('*') && change.StartsWith(each[..^1], StringComparison.Ordinal)) ? expected.First(each => each.EndsWith('*')) : change));
        Assert.True(hands.Done.Count <= Most, string.Join(", ", hands.Done));
        Assert.Contains($"| {name} | {hands.Done.Count} | {string.Join(", ", hands.Done)} |", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_the_readme_has_no_more_than_these() =>
        Assert.All(Readme.Split("| correction | keys and clicks | how |")[1].Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|')), line => Assert.Contains(line.Split('|')[1].Trim(), Corrections.Keys));

    /// <summary>Hands that count what they do.</summary>
    private sealed class Hands(ReviewDesk desk)
    {
        public List<string> Done { get; } = [];

        public async Task Press(string key)
        {
            Done.Add($"`{key.Replace("Control", "Ctrl", StringComparison.Ordinal)}`");
            await desk.Press(key);
        }

        public async Task Type(string words)
        {
            Done.Add("type");
            await desk.Page.Keyboard.TypeAsync(words);
        }

        public async Task Click(string words)
        {
            Done.Add("click on its words");
            await desk.Mark(words).ClickAsync();
        }

        public async Task ClickField(string path, string where)
        {
            Done.Add($"click on {where}");
            await desk.Field(path).ClickAsync();
        }

        public async Task ClickButton(string name, string where)
        {
            Done.Add($"click {where}");
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        }

        public async Task ClickText(string words, string where)
        {
            Done.Add($"click {where}");
            var place = await desk.Page.EvaluateAsync<float[]>("""
                words => {
                  const walk = document.createTreeWalker(document.getElementById('own'), NodeFilter.SHOW_TEXT), range = document.createRange();
                  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                    const at = node.data.indexOf(words);
                    if (at < 0) continue;
                    range.setStart(node, at);
                    range.setEnd(node, at + 1);
                    const box = range.getBoundingClientRect();
                    return [box.left + 1, box.top + box.height / 2];
                  }
                }
                """, words);
            await desk.Page.Mouse.ClickAsync(place[0], place[1]);
        }

        public async Task Drag(string words)
        {
            Done.Add("drag over its words");
            await desk.Select(words);
        }
    }
}
