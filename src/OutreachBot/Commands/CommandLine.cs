using System.CommandLine;
using System.CommandLine.Invocation;

namespace OutreachBot.Commands;

/// <summary>All commands. Their names, formats and exit codes are a contract.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal)
    {
        var root = CreateRoot(new CommandFrame(terminal));

        // '@file' would be read as a response file by default: here it is a word like any other.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            await ExplainAsync(parsed, terminal);
            return ExitCode.Usage;
        }
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,

            // The host has a handler of its own; a one-shot command may be cut anywhere, for work is all-or-nothing.
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand CreateRoot(CommandFrame frame)
    {
        var root = new RootCommand("A line against trafficking in persons, by SMS and WhatsApp. Without a command it serves.")
        {
            frame.Data,
            frame.Flows,
            ServeCommand.Create(frame),
            ChatCommand.Create(frame),
            SmsCommands.Create(frame),
            KeywordsCommands.Create(frame),
            LanguagesCommands.Create(frame),
            FlowsCommands.Create(frame),
            PlacesCommands.Create(frame),
            KeysCommands.Create(frame),
            UsersCommands.Create(frame),
            TipsCommands.Create(frame),
            AuditCommands.Create(frame),
            RespondersCommands.Create(frame),
            RouteCommands.Create(frame),
            StatisticsCommand.Create(frame),
            TranslationsCommands.Create(frame),
            BackupCommand.Create(frame),
            RestoreCommand.Create(frame),
            DoctorCommand.Create(frame),
        };
        frame.SetAction(root, ServeCommand.RunAsDefaultAsync);
        return root;
    }

    private static async Task ExplainAsync(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in parsed.Errors)
        {
            await terminal.Error.WriteLineAsync(error.Message);
        }
        var path = new Stack<string>();
        for (var at = parsed.CommandResult; at.Parent is System.CommandLine.Parsing.CommandResult parent; at = parent)
        {
            path.Push(at.Command.Name);
        }
        path.Push("OutreachBot");
        await terminal.Error.WriteLineAsync($"See: {string.Join(' ', path)} --help");
    }
}
