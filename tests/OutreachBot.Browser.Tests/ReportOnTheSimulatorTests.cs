using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using OutreachBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OutreachBot.Browser.Tests;

/// <summary>The whole line behind the page: a report on its way, as the README shows it.</summary>
public sealed class ReportOnTheSimulatorTests : IAsyncLifetime
{
    private RunningHost _host = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _browser = await Browser.StartAsync();
        _host = await RunningHost.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
            await _browser.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_report_travels_from_one_phone_to_the_other_and_its_story_does_not()
    {
        var page = await _browser.OpenAsync(_host.Address, 1280, 900);
        var reporter = page.Locator("[data-phone=reporter]");
        var defender = page.Locator("#panel-defender");
        foreach (var text in new[] { "hola", "3", "2", "1", "Tarabuco", "Ofrecen trabajo en la ciudad a las muchachas y les quitan el carnet", "0", "1" })
        {
            await reporter.Locator("textarea").FillAsync(text);
            await reporter.Locator(".send").ClickAsync();
            await Expect(reporter.Locator(".log .me .said").Last).ToContainTextAsync(text);
        }
        await Expect(reporter.Locator(".log .line").Last).ToContainTextAsync("preguntarle algo");
        await Expect(defender.Locator(".log .unasked").Last).ToContainTextAsync("Tarabuco");
        await defender.Locator(".chips .chip").First.ClickAsync();
        await Expect(defender.Locator(".log .line").Last).ToContainTextAsync("Es suyo");
        await Expect(page.Locator("[data-phone=responder]")).Not.ToContainTextAsync("carnet");
        await TakePictureAsync(page);
    }

    /// <summary>Taken when asked for, so that the README's picture can't go stale: <c>TAKE_PICTURES=1</c>.</summary>
    private static async Task TakePictureAsync(IPage page, [CallerFilePath] string here = "")
    {
        if (Environment.GetEnvironmentVariable("TAKE_PICTURES") is null)
        {
            return;
        }
        var images = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "images")).FullName;
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Mouse.MoveAsync(0, 0);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(images, "simulator.png") });
    }
}
