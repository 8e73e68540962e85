using System.CommandLine;
using OutreachBot.Statistics;
using OutreachBot.Transactions;

namespace OutreachBot.Commands;

/// <summary><c>statistics [--from YYYY-MM] [--to YYYY-MM]</c></summary>
internal static class StatisticsCommand
{
    public static Command Create(CommandFrame frame)
    {
        var from = MonthOption("--from", "Only figures that begin in this month or later.");
        var to = MonthOption("--to", "Only figures that end in this month or earlier.");
        var command = frame.Leaf(
            "statistics",
            "Figures of what was told, one JSON line each: by department, kind, urgency, language, and how it ended. Below 5 is shown as '<5'.",
            run => WriteAsync(run, run.Parsed.GetValue(from), run.Parsed.GetValue(to)),
            from, to);
        command.Validators.Add(result =>
        {
            if (Month.TryParse(result.GetValue(from), out var first) && Month.TryParse(result.GetValue(to), out var last) && last.CompareTo(first) < 0)
            {
                result.AddError("--to is before --from.");
            }
        });
        return command;
    }

    private static Option<string?> MonthOption(string name, string about)
    {
        var option = new Option<string?>(name) { Description = about, HelpName = "YYYY-MM" };
        option.Validators.Add(result =>
        {
            if (!Month.TryParse(result.GetValueOrDefault<string>(), out _))
            {
                result.AddError($"{name} is no month. Write it like 2026-03.");
            }
        });
        return option;
    }

    private static async Task<int> WriteAsync(CommandRun run, string? from, string? to)
    {
        await using var host = await run.OpenHostAsync();
        var made = await host.Services.GetRequiredService<ITransactions>().RunAsync(
            host.Services.GetRequiredService<Releasing>().MakeDue, run.Cancellation);
        var asked = made
            .Where(r => !Month.TryParse(from, out var first) || r.First >= first)
            .Where(r => !Month.TryParse(to, out var last) || r.Last <= last)
            .ToList();
        foreach (var release in asked)
        {
            await WriteAsync(run, release);
        }
        await run.SayAsync(asked.Count == 0
            ? $"No figures yet. They are made ten days after a month's end, once {Releasing.Least} tips were told since the last ones."
            : "Each is made once and stays. Not counted: wishes to be called, and tips that a coordinator is kept away from.");
        return ExitCode.Done;
    }

    private static async Task WriteAsync(CommandRun run, FigureRelease release)
    {
        if (release.Part is ReleasePart.Told)
        {
            await WriteAsync(run, release, new ReleasedFigure("all", "all", release.Total, release.Total.ToString()));
        }
        foreach (var figure in release.Figures)
        {
            await WriteAsync(run, release, figure);
        }
    }

    private static Task WriteAsync(CommandRun run, FigureRelease release, ReleasedFigure figure) => JsonLines.WriteAsync(run, new
    {
        From = release.First?.ToString(),
        To = release.Last.ToString(),
        figure.Table,
        figure.Name,
        figure.Count,
        figure.Shown,
    });
}
