using System.Net;
using System.Text.RegularExpressions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Promise;

/// <summary>The public page over real HTTP.</summary>
public sealed partial class PromiseTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Anybody_reads_what_is_kept_who_else_has_it_what_can_not_be_done_how_to_erase_and_how_much_there_is()
    {
        await UntilCountedAsync();
        var (answer, page) = await ReadAsync("/promise");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var said in new[] { "Su número", "180 días", "60 días", "compañía de celular", "Twilio", "Meta", "anónimo para todos", "BORRAR y su código", "Números guardados", "A quién no avisar", "si está en nuestra lista", "no le cierran nada a nadie" })
        {
            Assert.Contains(said, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Figures_are_those_that_were_counted_and_small_ones_are_masked()
    {
        var counted = await UntilCountedAsync();

        Assert.Equal(3, Masked().Count(counted));
        Assert.Contains("No se dice: son pocos", counted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_one_light_file_without_a_script_that_sets_nothing_and_may_fetch_nothing()
    {
        var (answer, page) = await ReadAsync("/promise");

        Assert.InRange(page.Length, 1, 8_000);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(External(), page);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("public, max-age=3600", answer.Headers.CacheControl?.ToString());
        using var head = await _host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/promise"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    /// <summary>It is read on phones that others hold.</summary>
    [Theory]
    [InlineData("/promise")]
    [InlineData("/promise/qu")]
    [InlineData("/promise/ay")]
    [InlineData("/promise/quc")]
    public async Task Neither_title_nor_text_says_what_the_line_is_about(string path)
    {
        var (_, page) = await ReadAsync(path);

        Assert.DoesNotMatch(Telling(), page);
    }

    [Theory]
    [InlineData("qu", "Kastilla simi:")]
    [InlineData("ay", "Ispañula:")]
    [InlineData("quc", "Kaxla'n tzij:")]
    public async Task In_other_languages_every_word_is_one_of_the_flows_marked_as_a_draft_and_Spanish_follows_after_a_notice(string tag, string notice)
    {
        var (answer, page) = await ReadAsync($"/promise/{tag}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"<html lang=\"{tag}\">", page, StringComparison.Ordinal);
        Assert.Contains($"{notice} <span lang=\"es\">(borrador)</span>", page, StringComparison.Ordinal);
        Assert.True(LanguageTag.TryParse(tag, out var language));
        var said = FlowBookLoader.Load(RunningHost.FlowsPath()).Book!.SharedPrompts[language].Values.Select(p => p.Text).ToHashSet();
        var own = Blocks().Replace(Spanish().Replace(page[page.IndexOf("<h1>", StringComparison.Ordinal)..], ""), "\n").Split('\n').Select(t => t.Trim()).Where(t => t.Length > 0).ToList();
        Assert.Equal(3, own.Count);
        Assert.All(own, text => Assert.Contains(text, said));
    }

    [Fact]
    public async Task A_language_without_a_page_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync("/promise/mam")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync("/promise/xx")).Answer.StatusCode);
    }

    [Fact]
    public async Task What_does_not_hold_on_this_installation_is_said()
    {
        await using var story = await RunningHost.StartAsync(new HostSetup { Settings = { ["Alerts:Details"] = "story", ["Line:Name"] = "Ana & <b>Co</b>" } });
        var page = await story.Client.GetStringAsync("/promise", TestContext.Current.CancellationToken);

        Assert.Contains("lo que usted contó, el tipo", page, StringComparison.Ordinal);
        Assert.Contains("todavía no hizo sus llaves", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ni esta máquina lo abre", page, StringComparison.Ordinal);
        Assert.Contains("Ana &amp; &lt;b&gt;Co&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("lo que usted contó, el tipo", (await ReadAsync("/promise")).Page, StringComparison.Ordinal);
    }

    private async Task<(HttpResponseMessage Answer, string Page)> ReadAsync(string path)
    {
        var answer = await _host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return (answer, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    // Counted by the agenda as soon as the line is open.
    private async Task<string> UntilCountedAsync()
    {
        while (true)
        {
            var (_, page) = await ReadAsync("/promise");
            if (!page.Contains("Todavía no se ha contado", StringComparison.Ordinal))
            {
                return page;
            }
            await Task.Yield();
        }
    }

    [GeneratedRegex("<td>Menos de 50</td>", RegexOptions.NonBacktracking)]
    private static partial Regex Masked();

    [GeneratedRegex("(src|href)=\"(?!/promise)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex External();

    [GeneratedRegex(@"\b(trata|tr[aá]fico|traffick\w*|reporte\w*|denuncia\w*|v[ií]ctima\w*|sexual\w*)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Telling();

    [GeneratedRegex("<(?<tag>\\w+)[^>]* lang=\"es\">.*?</\\k<tag>>|<div lang=\"es\">.*?</div>|<span lang=\"es\">[^<]*</span>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spanish();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Blocks();
}
