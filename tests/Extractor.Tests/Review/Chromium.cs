using Microsoft.Playwright;

namespace Extract.Tests.Review;

/// <summary>Debian's chromium, started once for a class of tests, kept from talking to anything but the page under test.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program)) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Quiet });
    }

    /// <summary>A new page in a context of its own; skips the test where there is no chromium.</summary>
    public async Task<IPage> PageAsync(ColorScheme scheme, int width, int height)
    {
        if (_browser is null) Assert.Skip($"there is no {Program}: apt-get install chromium");
        var context = await _browser.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = height } });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
