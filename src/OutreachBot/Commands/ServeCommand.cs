using System.CommandLine;
using OutreachBot.Hosting;

namespace OutreachBot.Commands;

/// <summary><c>serve [--urls U] [--demo|--no-demo]</c></summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://localhost:5080";

    public static Command Create(CommandFrame frame)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen; several between semicolons.",
            HelpName = "U",
            DefaultValueFactory = _ => DefaultUrls,
        };
        var demo = new Option<bool>("--demo") { Description = "Be a demo: simulator, samples, drafts." };
        var noDemo = new Option<bool>("--no-demo") { Description = "Leave the demo: the samples and their tips go." };
        var serve = frame.Leaf("serve", "The line: webhooks, simulator (demo), health.", run => RunAsync(
            run,
            run.Parsed.GetRequiredValue(urls),
            run.Parsed.GetValue(demo) ? true : run.Parsed.GetValue(noDemo) ? false : null), urls, demo, noDemo);
        serve.Validators.Add(result =>
        {
            if (result.GetValue(demo) && result.GetValue(noDemo))
            {
                result.AddError("--demo and --no-demo exclude each other.");
            }
            if (result.GetResult(urls) is { Tokens: [var first, ..] } && first.Value is { } where && !where.Split(';', StringSplitOptions.RemoveEmptyEntries).All(IsAddress))
            {
                result.AddError($"--urls: '{where}' is no address. Write it like {DefaultUrls}.");
            }
        });
        return serve;
    }

    private static bool IsAddress(string text)
    {
        try
        {
            return BindingAddress.Parse(text.Trim()).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>No command at all.</summary>
    public static Task<int> RunAsDefaultAsync(CommandRun run) => RunAsync(run, DefaultUrls, demo: null);

    private static Task<int> RunAsync(CommandRun run, string urls, bool? demo) =>
        WebHost.RunAsync(new ServeRequest(run.Data, run.Flows, urls, demo), run.SayIfNew(), run.Cancellation);
}
