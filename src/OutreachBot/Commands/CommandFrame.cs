using System.CommandLine;
using Microsoft.Extensions.Options;
using OutreachBot.Settings;
using OutreachBot.Starting;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary>What all commands share: the two directories, and how a refusal becomes words and an exit code.</summary>
internal sealed class CommandFrame(Terminal terminal)
{
    public Option<string> Data { get; } = new("--data")
    {
        Description = "Where everything is kept.",
        Recursive = true,
        HelpName = "DIR",
        DefaultValueFactory = _ => "data",
    };

    public Option<string> Flows { get; } = new("--flows")
    {
        Description = "Where the flows are.",
        Recursive = true,
        HelpName = "DIR",
        DefaultValueFactory = _ => "flows",
    };

    /// <summary>A command that does something.</summary>
    /// <param name="symbols">Its options and arguments; read them with <c>run.Parsed.GetValue(option)</c>.</param>
    public Command Leaf(string name, string about, Func<CommandRun, Task<int>> action, params IEnumerable<Symbol> symbols)
    {
        var command = new Command(name, about);
        foreach (var symbol in symbols)
        {
            if (symbol is Option option)
            {
                RefuseSwallowed(option);
                command.Add(option);
            }
            else
            {
                command.Add((Argument)symbol);
            }
        }
        SetAction(command, action);
        return command;
    }

    /// <summary>An option without its value takes the next option for it: what is said then would be of something else.</summary>
    private static void RefuseSwallowed(Option option) => option.Validators.Add(result =>
    {
        if (result.Tokens.FirstOrDefault(t => t.Value.StartsWith("--", StringComparison.Ordinal)) is { } swallowed)
        {
            result.AddError($"{option.Name} needs a value, and '{swallowed.Value}' is none.");
        }
    });

    public void SetAction(Command command, Func<CommandRun, Task<int>> action) =>
        command.SetAction((parsed, cancellation) => GuardAsync(action, new CommandRun(
            parsed,
            terminal,
            new DataDirectory(parsed.GetRequiredValue(Data)),
            new FlowsDirectory(parsed.GetRequiredValue(Flows)),
            cancellation)));

    private async Task<int> GuardAsync(Func<CommandRun, Task<int>> action, CommandRun run)
    {
        var refusals = new List<string>();
        try
        {
            var code = await action(run);
            await terminal.Out.FlushAsync(run.Cancellation);
            return code;
        }
        catch (OptionsValidationException faults)
        {
            refusals.AddRange(faults.Failures);
        }
        catch (AggregateException several) when (several.InnerExceptions.All(e => e is OptionsValidationException))
        {
            refusals.AddRange(several.InnerExceptions.SelectMany(e => ((OptionsValidationException)e).Failures));
        }
        catch (StartRefusedException refusal)
        {
            refusals.AddRange(refusal.Reasons);
        }
        catch (Exception e) when (e is StoreUnavailableException or InvalidDataException)
        {
            refusals.Add(e.Message);
        }
        await terminal.Out.FlushAsync(CancellationToken.None);
        foreach (var refusal in refusals)
        {
            await terminal.Error.WriteLineAsync(refusal);
        }
        return ExitCode.Refused;
    }
}
