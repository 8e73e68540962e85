using System.CommandLine;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Hosting;
using OutreachBot.Settings;
using OutreachBot.Sounds;

namespace OutreachBot.Commands;

/// <summary><c>flows audio [FLOW] [--lang L] [--draft]</c>: says which prompts can be heard, and has drafts spoken.</summary>
internal static class FlowsAudioCommand
{
    private static readonly Argument<string?> Flow = new("FLOW") { Description = "Only this flow.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string> Lang = LanguageOption.Create("--lang", "Only this language.");

    private static readonly Option<bool> Draft = new("--draft") { Description = "Have what is not recorded spoken by a machine (espeak-ng, opusenc)." };

    public static Command Create(CommandFrame frame) =>
        frame.Leaf("audio", "What can be heard: recordings, and drafts spoken by a machine.", RunAsync, Flow, Lang, Draft);

    private static async Task<int> RunAsync(CommandRun run)
    {
        if (FlowBookLoader.Load(run.Flows.Path) is not { Book: { } book })
        {
            await run.SayAsync("The flows don't load. 'flows lint' says why.");
            return ExitCode.Refused;
        }
        var flow = run.Parsed.GetValue(Flow);
        if (flow is not null && flow != "shared" && !book.Flows.ContainsKey(flow))
        {
            await run.SayAsync($"There is no flow '{flow}'. Known: {string.Join(", ", book.Flows.Keys.Append("shared").Order(StringComparer.Ordinal))}.");
            return ExitCode.Refused;
        }
        var only = run.Parsed.GetValue(Lang);
        try
        {
            await using var voice = new DraftVoice();
            foreach (var language in LanguageTag.WithFlows.Where(l => only is null || l == LanguageOption.Of(only)))
            {
                await SpeakAsync(run, voice, book, language, flow, LineName());
            }
            return ExitCode.Done;
        }
        catch (VoiceUnavailableException missing)
        {
            await run.SayAsync(missing.Message);
            return ExitCode.Refused;
        }
    }

    private static async Task SpeakAsync(CommandRun run, DraftVoice voice, FlowBook book, LanguageTag language, string? flow, string line)
    {
        var hasVoice = DraftVoice.VoiceOf(language) is not null;
        var (recorded, drafts, made, unspoken, bytes) = (0, 0, 0, 0, 0L);
        foreach (var (id, prompt) in PromptsOf(book, language).Where(p => flow is null || p.Id.StartsWith(flow + ".", StringComparison.Ordinal)))
        {
            var home = id[..id.IndexOf('.', StringComparison.Ordinal)];
            if (prompt.Audio is not null && File.Exists(SoundShelf.PathOfRecording(run.Flows, SoundShelf.RecordingName(home, language, prompt.Audio))))
            {
                recorded++;
                continue;
            }
            if (SpokenWords.Of(book, language, home, prompt, line) is not { } spoken)
            {
                unspoken++;
                continue;
            }
            var path = SoundShelf.PathOfDraft(run.Data, SoundShelf.DraftName(language, id, spoken));
            if (hasVoice && run.Parsed.GetValue(Draft) && !File.Exists(path))
            {
                await voice.SpeakAsync(language, spoken.Words, path, run.Cancellation);
                made++;
            }
            drafts += File.Exists(path) ? 1 : 0;
            bytes += File.Exists(path) ? new FileInfo(path).Length : 0;
        }
        await JsonLines.WriteAsync(run, new { Language = language.ToString(), Voice = DraftVoice.VoiceOf(language), Recorded = recorded, Drafts = drafts, Made = made, PersonalOrSilent = unspoken, Bytes = bytes });
        if (!hasVoice && run.Parsed.GetValue(Draft))
        {
            await run.SayAsync($"{language}: espeak-ng has no voice for it. Only recordings can be heard.");
        }
    }

    // The name is spoken too: a draft with another name is not what the server would say.
    private static string LineName()
    {
        var configuration = new ConfigurationManager();
        HostConfiguration.AddTo(configuration);
        return (configuration.GetSection("Line").Get<LineOptions>() ?? new LineOptions()).Name;
    }

    private static IEnumerable<(string Id, Prompt Prompt)> PromptsOf(FlowBook book, LanguageTag language) =>
        book.Flows.Values.OrderBy(f => f.Name, StringComparer.Ordinal)
            .SelectMany(f => f.Layers.TryGetValue(language, out var layer) ? layer.Prompts.Values.Select(p => ($"{f.Name}.{p.Name}", p)) : [])
            .Concat(book.SharedPrompts.TryGetValue(language, out var shared) ? shared.Values.Select(p => ($"shared.{p.Name}", p)) : []);
}
