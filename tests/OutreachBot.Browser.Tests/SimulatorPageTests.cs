using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OutreachBot.Addresses;
using OutreachBot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace OutreachBot.Browser.Tests;

/// <summary>The simulator's page in a real browser; the conversation behind it is scripted.</summary>
public sealed class SimulatorPageTests : IAsyncLifetime
{
    private readonly ScriptedConversation _conversation = new()
    {
        Answers = m => m.From.Value == "reporter"
            ? ["Hola, somos Linea Tejido. Lo que cuente es confidencial. ¿Qué necesita?\n1 Aprender\n2 Ayuda cerca\n3 Contar algo"]
            : ["Es suyo: KT42. Léalo a solas. 1 Leer ahora 2 Más tarde"],
    };

    private RunningHost _host = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _browser = await Browser.StartAsync();
        _host = await RunningHost.StartAsync(new HostSetup { Services = _conversation.StandIn });
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
            await _browser.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(1280, 900, ColorScheme.Light)]
    [InlineData(1280, 900, ColorScheme.Dark)]
    [InlineData(390, 844, ColorScheme.Light)]
    [InlineData(390, 844, ColorScheme.Dark)]
    public async Task Nobody_is_shut_out_by_the_page(int width, int height, ColorScheme scheme)
    {
        var page = await _browser.OpenAsync(_host.Address, width, height, scheme);
        await ReporterOf(page).Locator("textarea").FillAsync("hola");
        await ReporterOf(page).Locator("textarea").PressAsync("Enter");
        await Expect(ReporterOf(page).Locator(".log .line")).ToHaveCountAsync(1);
        await page.Locator("#inside summary").ClickAsync();
        var faults = (await page.RunAxe()).Violations;
        Assert.Empty(faults.Select(f => $"{f.Impact} {f.Id}: {f.Help} ({string.Join(", ", f.Nodes.Select(n => n.Target))})"));
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task A_conversation_is_held_by_keyboard_alone()
    {
        var page = await _browser.OpenAsync(_host.Address, 1280, 900);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "[data-phone=reporter] textarea");
        await page.Keyboard.TypeAsync("hola");
        await page.Keyboard.PressAsync("Enter");
        await Expect(ReporterOf(page).Locator(".chips .chip")).ToHaveTextAsync(["1 Aprender", "2 Ayuda cerca", "3 Contar algo"]);
        await Expect(ReporterOf(page).Locator("textarea")).ToBeFocusedAsync();

        // The answers stand before the field in reading order.
        for (var i = 0; i < 8 && !await ReporterOf(page).Locator(".chips .chip").Last.EvaluateAsync<bool>("e => e === document.activeElement"); i++)
        {
            await page.Keyboard.PressAsync("Shift+Tab");
        }
        await page.Keyboard.PressAsync("Enter");
        await Expect(ReporterOf(page).Locator(".log .me").Last).ToContainTextAsync("3");
        await Expect(ReporterOf(page).Locator("textarea")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_responders_phone_is_two_people_and_says_where_something_waits()
    {
        var page = await _browser.OpenAsync(_host.Address, 1280, 900);
        var phone = page.Locator("[data-phone=responder]");
        var tabs = phone.GetByRole(AriaRole.Tab);
        await tabs.First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(tabs.Last).ToHaveAttributeAsync("aria-selected", "true");
        await _host.Client.PostAsync("/simulator/messages", new StringContent(
            """{"phone":"defender","text":"1"}""", System.Text.Encoding.UTF8, "application/json"));
        await Expect(tabs.First.Locator(".unread")).ToHaveTextAsync("1");
        await tabs.First.ClickAsync();
        await Expect(tabs.First.Locator(".unread")).ToBeHiddenAsync();
        await Expect(phone.Locator("#panel-defender .line")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task On_a_narrow_page_one_phone_is_shown_and_the_others_say_that_something_came()
    {
        var page = await _browser.OpenAsync(_host.Address, 390, 844);
        await Expect(page.Locator("[data-phone=official]")).ToBeHiddenAsync();
        await _host.Client.PostAsync("/simulator/messages", new StringContent(
            """{"phone":"official","text":"1"}""", System.Text.Encoding.UTF8, "application/json"));
        var official = page.Locator(".which [data-show=official]");
        await Expect(official.Locator(".unread")).ToHaveTextAsync("1");
        await official.ClickAsync();
        await Expect(page.Locator("[data-phone=official]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-phone=reporter]")).ToBeHiddenAsync();
        await Expect(official.Locator(".unread")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("es", 360)]
    [InlineData("es", 390)]
    [InlineData("en", 390)]
    public async Task On_a_narrow_page_what_the_field_asks_for_fits_into_one_line(string language, int width)
    {
        var page = await _browser.OpenAsync(_host.Address, width, 844);
        await page.GotoAsync(new Uri(_host.Address, $"/simulator?lang={language}").ToString());
        var field = ReporterOf(page).Locator("textarea");
        await Expect(field).ToHaveAttributeAsync("placeholder", language == "es" ? "Escriba un mensaje" : "Write a message");
        Assert.True(await field.EvaluateAsync<bool>(
            "e => { const one = e.scrollHeight; e.value = e.placeholder; const fits = e.scrollHeight === one && e.scrollHeight < 50; e.value = ''; return fits; }"));
    }

    [Fact]
    public async Task On_WhatsApp_a_voice_note_and_a_place_can_be_sent()
    {
        var page = await _browser.OpenAsync(_host.Address, 1280, 900);
        var phone = ReporterOf(page);
        await Expect(phone.Locator(".voice")).ToBeDisabledAsync();
        await phone.GetByRole(AriaRole.Radio, new LocatorGetByRoleOptions { Name = "WhatsApp" }).CheckAsync(new LocatorCheckOptions { Force = true });
        await phone.Locator(".voice").ClickAsync();
        await phone.Locator(".pin").ClickAsync();
        await phone.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Tarabuco" }).ClickAsync();
        await Expect(phone.Locator(".log .me .carried")).ToHaveTextAsync(["🎙 Nota de voz", "📍 Ubicación"]);
        Assert.Contains(_conversation.Heard, m => m.Pin is not null && m.From == Address.TryFrom(Channel.Simulator, "reporter"));
    }

    [Fact]
    public async Task The_page_speaks_English_when_asked_and_remembers_it()
    {
        var page = await _browser.OpenAsync(_host.Address, 1280, 900);
        await page.Locator("#language").ClickAsync();
        await Expect(ReporterOf(page).Locator("h2")).ToHaveTextAsync("Reporter");
        await page.ReloadAsync();
        await Expect(ReporterOf(page).Locator("h2")).ToHaveTextAsync("Reporter");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task The_clock_is_moved_on_and_a_reset_empties_the_phones()
    {
        var page = await _browser.OpenAsync(_host.Address, 1280, 900);
        await page.EvaluateAsync("window.confirm = () => true");
        await page.Locator("[data-advance='1440']").ClickAsync();
        await Expect(page.Locator("#lead")).ToHaveTextAsync("adelantado 1 d");
        await ReporterOf(page).Locator(".empty .chip").ClickAsync();
        await Expect(ReporterOf(page).Locator(".log .line")).ToHaveCountAsync(1);
        await page.Locator("#reset").ClickAsync();
        await Expect(ReporterOf(page).Locator(".log li")).ToHaveCountAsync(0);
    }

    private static ILocator ReporterOf(IPage page) => page.Locator("[data-phone=reporter]");

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 20; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator(selector).EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }
        }
        Assert.Fail($"{selector} is not reached by the Tab key");
    }
}
