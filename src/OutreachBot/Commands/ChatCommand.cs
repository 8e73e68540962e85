using System.CommandLine;
using System.Globalization;
using OutreachBot.Addresses;
using OutreachBot.Channels.Simulator;
using OutreachBot.Demo;
using OutreachBot.Hosting;

namespace OutreachBot.Commands;

/// <summary><c>chat [--lang L] [--as reporter|defender]</c>: a conversation in the terminal, on the same way as a webhook's.</summary>
internal static class ChatCommand
{
    private const string Help =
        "Write and press Enter. /voice and /image send these, /pin LAT LON sends a place, /time MINUTES lets time pass. Ctrl+D ends.";

    public static Command Create(CommandFrame frame)
    {
        var language = LanguageOption.Create("--lang", "The language to begin in.");
        var speaker = new Option<string>("--as") { Description = "Whose phone it is.", HelpName = "reporter|defender", DefaultValueFactory = _ => "reporter" };
        speaker.AcceptOnlyFromAmong("reporter", "defender");
        return frame.Leaf(
            "chat",
            "A conversation in the terminal, as on the simulator.",
            run => ChatAsync(run, run.Parsed.GetValue(language), SimulatedPhones.Find(run.Parsed.GetRequiredValue(speaker))!),
            language, speaker);
    }

    private static async Task<int> ChatAsync(CommandRun run, string? language, Address phone)
    {
        var begun = run.SayIfNew();
        await using var host = await OpenHost.StartAsync(run.Data, run.Flows, new ModeWish(Decides: true, Demo: null), everything: true, run.Cancellation);
        await begun();
        if (!host.Services.GetRequiredService<LineMode>().IsDemo)
        {
            await run.SayAsync("chat: this data directory is a real line's, and a made-up case would go to real people. Take another one with --data DIR.");
            return ExitCode.Refused;
        }
        var talk = new Talk(
            run,
            phone,
            host.Services.GetRequiredService<SimulatedLine>(),
            host.Services.GetRequiredService<PhoneBoard>(),
            host.Services.GetRequiredService<TimeTravel>());
        if (run.Terminal.IsInteractive)
        {
            await run.SayAsync(Help);
        }
        if (language is not null)
        {
            await talk.SendAsync(Text("idioma"));
            await talk.SendAsync(Text(language));
        }
        return await talk.ListenAsync();
    }

    private static MessageRequest Text(string text) => new(null, text, null, null, null, null);

    /// <summary>One conversation, until the input ends.</summary>
    private sealed class Talk(CommandRun run, Address phone, SimulatedLine line, PhoneBoard board, TimeTravel time)
    {
        private long _shown;

        public async Task<int> ListenAsync()
        {
            var lines = new LineReader(run.Terminal.In);
            var exit = ExitCode.Done;
            while (true)
            {
                await PromptAsync();
                if (await lines.ReadAsync(run.Cancellation) is not { } input)
                {
                    return exit;
                }
                if (input.Text is null)
                {
                    await run.SayAsync($"That line was left out: {input.Fault}.");
                    exit = ExitCode.Refused;
                }
                else if (!await ObeyAsync(input.Text))
                {
                    await run.SayAsync(Help);
                }
            }
        }

        public async Task SendAsync(MessageRequest message)
        {
            await line.SendAsync(phone, message, run.Cancellation);
            await ShowAsync();
        }

        private async Task PromptAsync()
        {
            await run.Terminal.Out.FlushAsync(run.Cancellation);
            if (run.Terminal.IsInteractive)
            {
                await run.Terminal.Error.WriteAsync("> ");
            }
        }

        /// <returns>False when a command makes no sense.</returns>
        private async Task<bool> ObeyAsync(string text)
        {
            switch (text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                case ["/voice"]:
                    await SendAsync(new MessageRequest(null, null, null, "voice", "whatsapp", null));
                    return true;
                case ["/image"]:
                    await SendAsync(new MessageRequest(null, null, null, "image", null, null));
                    return true;
                case ["/pin", var lat, var lon] when TryDegrees(lat, 90, out var north) && TryDegrees(lon, 180, out var east):
                    await SendAsync(new MessageRequest(null, null, new PinRequest(north, east), null, "whatsapp", null));
                    return true;
                case ["/time", var minutes] when int.TryParse(minutes, out var ahead) && ahead is >= 0 and <= TimeTravel.MostMinutes:
                    await time.AdvanceAsync(TimeSpan.FromMinutes(ahead), run.Cancellation);
                    await ShowAsync();
                    return true;
                case [['/', ..], ..]:
                    return false;
                default:
                    await SendAsync(Text(text));
                    return true;
            }
        }

        /// <summary>What came in on this phone, also what the line sent unasked meanwhile; to people at the terminal, also what others got.</summary>
        private async Task ShowAsync()
        {
            await time.SettleAsync(run.Cancellation);
            var (_, last, entries) = board.Since(_shown);
            _shown = last;
            foreach (var entry in entries.Where(e => e.FromLine))
            {
                if (entry.Phone == phone.Value)
                {
                    await run.Terminal.Out.WriteLineAsync($"< {entry.Text.ReplaceLineEndings("\n< ")}");
                }
                else
                {
                    await run.SayAsync($"(to the {entry.Phone}) {entry.Text}");
                }
            }
        }

        private static bool TryDegrees(string text, double most, out double degrees) =>
            double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees)
            && Math.Abs(degrees) <= most;
    }
}
