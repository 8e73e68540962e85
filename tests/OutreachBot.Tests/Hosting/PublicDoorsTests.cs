using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests.Hosting;

/// <summary>What the paper for operators has the proxy pass is what is for the world, and nothing else.</summary>
public sealed partial class PublicDoorsTests
{
    private static readonly string[] NotForTheWorld = ["/", "/simulator", "/health/"];

    [Fact]
    public async Task The_proxy_of_the_paper_passes_every_public_door_and_no_other()
    {
        await using var host = await RunningHost.StartAsync();
        var doors = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Distinct(StringComparer.Ordinal).ToList();
        var passed = Passed();

        Assert.NotEmpty(passed);
        Assert.Equal([.. doors.Where(d => !IsInner(d)).Order(StringComparer.Ordinal)], doors.Where(d => passed.Exists(p => Passes(p, d))).Order(StringComparer.Ordinal));
        Assert.All(passed, p => Assert.Contains(doors, d => Passes(p, d)));
    }

    private static List<string> Passed()
    {
        var line = File.ReadLines(Path.Combine(RepositoryFiles.Root, "docs", "operate.md")).Single(l => l.Contains("and nothing else, and set", StringComparison.Ordinal));
        return [.. Address().Matches(line[..line.IndexOf("and nothing else", StringComparison.Ordinal)]).Select(m => m.Groups["it"].Value)];
    }

    private static bool IsInner(string door) => NotForTheWorld.Any(n => n.Length == 1 ? door == n : door.StartsWith(n, StringComparison.Ordinal));

    private static bool Passes(string passed, string door) =>
        passed.EndsWith('*') ? door.StartsWith(passed[..^1], StringComparison.Ordinal) : door == passed;

    [GeneratedRegex("`(?<it>/[^`]*)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
