using System.Text.Json;
using System.Text.Json.Nodes;
using Extract.Review;
using Microsoft.Playwright;

namespace Extract.Tests.Review;

/// <summary>A reviewer's desk: the page in a real browser, served by the real server, and the decisions that are on the disk.</summary>
internal sealed class ReviewDesk : IAsyncDisposable
{
    // What the browser tells of where all is as it should be: refusals of the server, and scripts of the original, which may not act.
    private static readonly string[] Wanted = ["Failed to load resource", "Blocked script execution"];

    private readonly Chromium _chromium;

    private ReviewDesk(Chromium chromium, ReviewSite site) => (_chromium, Site) = (chromium, site);

    /// <summary>What serves it.</summary>
    public ReviewSite Site { get; }

    /// <summary>The page.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>What the browser has found fault with.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Serves records and opens the page on the first.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="records">The records; null for the two of <see cref="RiverLaw"/>.</param>
    /// <param name="reviewer">Who the server says decides, or null where it does not know.</param>
    /// <param name="second">The share of records that two people read.</param>
    /// <param name="query">What the address says.</param>
    /// <param name="name">Who the browser remembers, or null.</param>
    public static async Task<ReviewDesk> OpenAsync(Chromium chromium, IEnumerable<Record>? records = null, string? reviewer = "Ana", double second = 0, string query = "", string? name = null)
    {
        var site = await ReviewSite.StartAsync(records ?? [RiverLaw.Of("a"), RiverLaw.After("b")], reviewer, second, time: new TickingTime(), with: RiverLaw.Labels);
        await ReviewSite.IndexedAsync(site.Client);
        var desk = new ReviewDesk(chromium, site);
        desk.Page = await desk.AnotherAsync(query: query, name: name);
        return desk;
    }

    /// <summary>Another browser on the same server.</summary>
    public async Task<IPage> AnotherAsync(ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 800, string query = "", string? name = null)
    {
        var page = await _chromium.PageAsync(scheme, width, height);
        if (name is not null) await page.AddInitScriptAsync($"localStorage.setItem('extract-reviewer', '{name}')");
        page.PageError += (_, error) => Faults.Add(error);
        page.Console += (_, message) => { if (message.Type == "error" && !Wanted.Any(words => message.Text.Contains(words, StringComparison.Ordinal))) Faults.Add(message.Text); };
        await page.GotoAsync(Site.Address + "/" + query);
        return page;
    }

    /// <summary>Waits until the page has a record of this title open.</summary>
    public Task Showing(string title, IPage? page = null) => Assertions.Expect((page ?? Page).Locator("#title")).ToHaveTextAsync(title);

    /// <summary>A field of the form by its pointer.</summary>
    public ILocator Field(string path) => Page.Locator($"[data-path='{path}']");

    /// <summary>Marked words of the text.</summary>
    public ILocator Mark(string words) => Page.Locator("#text mark", new() { HasTextString = words }).First;

    /// <summary>Presses keys, one after the other.</summary>
    public async Task Press(params string[] keys)
    {
        foreach (var key in keys) await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Waits until the page says that it is saved.</summary>
    public Task Saved(string words) => Assertions.Expect(Page.Locator("#saved")).ToHaveTextAsync("Saved: " + words);

    /// <summary>Selects words of the text, as dragging over them does.</summary>
    public Task Select(string words) => Page.EvaluateAsync("""
        words => {
          const box = document.getElementById('text'), walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT), range = document.createRange();
          const start = box.textContent.indexOf(words), end = start + words.length;
          for (let at = 0, node = walk.nextNode(); node; at += node.length, node = walk.nextNode()) {
            if (start >= at && start < at + node.length) range.setStart(node, start - at);
            if (end > at && end <= at + node.length) range.setEnd(node, end - at);
          }
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }
        """, words);

    /// <summary>All lines of decisions on the disk, in the order in which they were written by one reviewer.</summary>
    public JsonNode[] Lines(string reviewer = "ana") =>
        File.Exists(Path.Combine(Site.Reviews, reviewer + ".jsonl")) ? [.. File.ReadAllLines(Path.Combine(Site.Reviews, reviewer + ".jsonl")).Select(line => JsonNode.Parse(line)!)] : [];

    /// <summary>What the last decision changed, in short words.</summary>
    public string[] Changes(string reviewer = "ana") =>
        [.. Lines(reviewer)[^1]["changes"]!.AsArray().Select(change => $"{change!["op"]} {change["path"]} {Short(change["value"])}".TrimEnd())];

    /// <summary>The record as the decisions on the disk have it.</summary>
    public Record Decided(Record record) => DecisionFiles.Load(Site.Reviews).Apply(record);

    private static string Short(JsonNode? value) => value switch
    {
        JsonObject whole => (string?)(whole["name"] ?? whole["label"] ?? whole["from"]) ?? "",
        JsonArray list => list.ToJsonString(),
        null => "",
        _ => value.GetValueKind() == JsonValueKind.String ? (string)value! : value.ToJsonString(),
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Page is not null) await Page.Context.CloseAsync();
        await Site.DisposeAsync();
        Assert.Empty(Faults);
    }

    /// <summary>A clock that goes on a little whenever it is looked at: of two decisions the later one holds.</summary>
    private sealed class TickingTime : TimeProvider
    {
        private long _ticks = new FixedTime().GetUtcNow().UtcTicks;

        public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref _ticks, TimeSpan.TicksPerMillisecond * 20), TimeSpan.Zero);
    }
}
