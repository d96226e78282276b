using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Extract.Review;
using Microsoft.AspNetCore.Builder;

namespace Extract.Tests.Review;

/// <summary>The real server of the review page over a folder of a test's own, its index made.</summary>
internal sealed partial class ReviewSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _ownsFolder;

    private ReviewSite(WebApplication app, TemporaryFolder folder, bool ownsFolder)
    {
        (_app, Folder, _ownsFolder) = (app, folder, ownsFolder);
        Client = new() { BaseAddress = new Uri(Address) };
    }

    /// <summary>Where it is served.</summary>
    public string Address => _app.Urls.First();

    /// <summary>The folder with <c>out/</c> (records and index) and <c>reviews/</c>.</summary>
    public TemporaryFolder Folder { get; }

    /// <summary>The folder of decisions.</summary>
    public string Reviews => Folder["reviews"];

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; }

    /// <summary>What it told.</summary>
    public List<string> Told { get; private init; } = [];

    /// <summary>Serves records, in the order in which a run writes them.</summary>
    /// <param name="records">The records; none to serve what stands in the folder.</param>
    /// <param name="reviewer">Who decides, or null for who says so.</param>
    /// <param name="second">The share of records that two people read.</param>
    /// <param name="folder">The folder, or null for a new one.</param>
    /// <param name="time">The clock, or null for one that stands.</param>
    /// <param name="with">Further options.</param>
    public static async Task<ReviewSite> StartAsync(IEnumerable<Record> records, string? reviewer = null, double second = 0, TemporaryFolder? folder = null, TimeProvider? time = null, Func<ReviewOptions, ReviewOptions>? with = null)
    {
        var place = folder ?? new TemporaryFolder();
        if (records.Any()) Write(place, records);
        var told = new List<string>();
        var options = new ReviewOptions
        {
            Records = place["out/records.jsonl"],
            Decisions = place["reviews"],
            State = place["out"],
            Reviewer = reviewer,
            Second = second,
            Tell = line =>
            {
                lock (told) told.Add(line);
            },
        };
        var app = new ReviewServer(with is null ? options : with(options), time ?? new FixedTime()).Build();
        await app.StartAsync();
        var site = new ReviewSite(app, place, folder is null) { Told = told };
        if (with is null) await IndexedAsync(site.Client);
        return site;
    }

    /// <summary>Writes the records of a run.</summary>
    public static void Write(TemporaryFolder folder, IEnumerable<Record> records)
    {
        folder.With("out/records.tmp", string.Concat(records.Select(record => RecordJson.ToJson(record) + "\n")));
        File.Move(folder["out/records.tmp"], folder["out/records.jsonl"], overwrite: true);
    }

    /// <summary>Waits until the index stands.</summary>
    public static async Task IndexedAsync(HttpClient client)
    {
        for (var i = 0; i < 600; i++)
        {
            if (JsonNode.Parse(await client.GetStringAsync("/queue?limit=1"))!["indexing"] is null) return;
            await Task.Delay(20);
        }
        throw new TimeoutException("the index does not come to its end");
    }

    /// <summary>What a question is answered with, as JSON.</summary>
    public async Task<JsonNode> Get(string path, string? reviewer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (reviewer is not null) request.Headers.Add("X-Extract-Reviewer", Uri.EscapeDataString(reviewer));
        using var answer = await Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new HttpRequestException(text, null, answer.StatusCode);
    }

    /// <summary>Posts as the page does.</summary>
    public async Task<(int Status, string Text)> Post(string path, string body, string? reviewer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Extract-Token", TokenOf().Match(await Client.GetStringAsync("/")).Groups[1].Value);
        if (reviewer is not null) request.Headers.Add("X-Extract-Reviewer", Uri.EscapeDataString(reviewer));
        using var answer = await Client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Ends the server, as a lost one does.</summary>
    public Task StopAsync() => _app.StopAsync();

    [GeneratedRegex("name=\"token\" content=\"([0-9a-f]{32})\"")]
    private static partial Regex TokenOf();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsFolder) Folder.Dispose();
    }
}
