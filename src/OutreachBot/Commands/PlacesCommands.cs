using System.CommandLine;
using OutreachBot.Flows.Running;
using OutreachBot.Places;
using OutreachBot.Places.Imports;
using OutreachBot.Storage.Sqlite;
using Spectre.Console;

namespace OutreachBot.Commands;

/// <summary><c>places find</c>, <c>places locate</c>: JSON Lines in and out. <c>places import</c>: villages and boundaries.</summary>
internal static class PlacesCommands
{
    private const long LargestFile = 1L << 30;

    public static Command Create(CommandFrame frame) => new("places", "What is known of places.")
    {
        Find(frame),
        frame.Leaf("locate", "Says where pins lie: lines {\"lat\", \"lon\"}.", LocateAsync),
        Import(frame),
    };

    private static Command Find(CommandFrame frame)
    {
        var name = new Argument<string[]>("NAME") { Description = "A place's name; without one, lines are read.", Arity = ArgumentArity.ZeroOrMore };
        var country = CountryOption.Create("With NAME: the country it is likely in.");
        var find = frame.Leaf(
            "find",
            "Tells the id of a name; or reads places out of sentences: lines {\"text\", \"country\"}.",
            run => run.Parsed.GetValue(name) is { Length: > 0 } words
                ? FindAsync(run, string.Join(' ', words), CountryOption.Of(run.Parsed.GetValue(country)))
                : FindAsync(run),
            name, country);
        find.Validators.Add(result =>
        {
            if (result.GetValue(country) is not null && result.GetValue(name) is not { Length: > 0 })
            {
                result.AddError("--country goes with NAME; a line says its own.");
            }
        });
        return find;
    }

    private static async Task<int> FindAsync(CommandRun run, string name, string? country)
    {
        var gazetteer = Known(run);
        var reading = gazetteer.Read(name, country);
        await JsonLines.WriteAsync(run, Show(reading));
        foreach (var place in reading.Candidates)
        {
            await run.SayAsync($"{place.Id} {place.Label}");
        }
        return reading.Candidates.Count > 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static Command Import(CommandFrame frame)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Boundaries (GeoJSON), localities (CSV) or a GeoNames dump; docs/places.md says what they must hold.",
            Arity = ArgumentArity.OneOrMore,
        };
        return frame.Leaf(
            "import",
            "Takes in villages and boundaries: of each file all, or nothing.",
            run => ImportAsync(run, run.Parsed.GetRequiredValue(files)),
            files);
    }

    private static async Task<int> ImportAsync(CommandRun run, string[] paths)
    {
        if (!Directory.Exists(run.Data.Path))
        {
            await run.SayAsync(LineAtHand.NewLineIn(run.Data));
        }
        var places = new SqliteImportedPlaces(run.Data, TimeProvider.System);
        var import = new PlaceImport(Gazetteer.With(places), places);
        var exit = ExitCode.Done;
        foreach (var path in paths)
        {
            exit = await ImportAsync(run, import, path) ? exit : ExitCode.Refused;
        }
        return exit;
    }

    private static async Task<bool> ImportAsync(CommandRun run, PlaceImport import, string path)
    {
        var info = new FileInfo(path);
        if (!info.Exists || info.Length > LargestFile)
        {
            await run.SayAsync(info.Exists ? $"{path}: larger than 1 GB. Take one country's file." : $"{path}: there is no such file.");
            return false;
        }
        var bytes = await File.ReadAllBytesAsync(path, run.Cancellation);
        var outcome = Watched(run, info, bytes.Length, told => import.Import(bytes, told));
        var file = outcome.File;
        foreach (var fault in file.Faults.Take(PlaceFile.MostFaultsTold))
        {
            await run.SayAsync($"{path}: {fault}");
        }
        if (file.Faults.Count > 0)
        {
            await run.SayAsync($"{path}: nothing of it was taken in: {file.Faults.Count} to mend.");
            return false;
        }
        await JsonLines.WriteAsync(run, new
        {
            File = info.Name,
            outcome.AlreadyThere,
            Villages = file.Villages.Count,
            Boundaries = file.Borders.Count,
            file.PassedOver,
        });
        return true;
    }

    private static ImportOutcome Watched(CommandRun run, FileInfo file, long length, Func<Action<long>, ImportOutcome> work)
    {
        if (!run.Terminal.IsInteractive)
        {
            return work(_ => { });
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(run.Terminal.Error) });
        return console.Progress().Start(bar =>
        {
            var task = bar.AddTask(Markup.Escape(file.Name), maxValue: length);
            return work(read => task.Value = read);
        });
    }

    private static Task<int> FindAsync(CommandRun run)
    {
        var gazetteer = Known(run);
        return JsonLines.AnswerAsync<FindQuestion>(run, question =>
        {
            var reading = gazetteer.Read(question?.Text ?? "", question?.Country?.ToUpperInvariant() is "BO" or "GT" ? question.Country.ToUpperInvariant() : null);
            return ValueTask.FromResult(LineAnswer.Of(Show(reading)));
        });
    }

    private static object Show(PlaceReading reading) => new
    {
        Kind = Name(reading.Kind),
        Municipality = reading.Municipality?.Id,
        Candidates = reading.Candidates.Select(c => c.Id),
    };

    private static Task<int> LocateAsync(CommandRun run)
    {
        var gazetteer = Known(run);
        return JsonLines.AnswerAsync<LocateQuestion>(run, question =>
        {
            if (question is not null && (question.Lat is not (>= -90 and <= 90) || question.Lon is not (>= -180 and <= 180)))
            {
                return ValueTask.FromResult(LineAnswer.Malformed("lat is to be from -90 to 90 and lon from -180 to 180"));
            }
            var located = question is null ? null : gazetteer.Locate(new GeoPoint(question.Lat!.Value, question.Lon!.Value));
            return ValueTask.FromResult(LineAnswer.Of(new
            {
                Kind = Name(located?.Municipality is null ? PlaceReadingKind.Outside : PlaceReadingKind.Resolved),
                Municipality = located?.Municipality?.Id,
                BoundaryM = located?.Municipality is null ? (long?)null : (long)Math.Round(located.BoundaryMetres),
            }));
        });
    }

    private static Gazetteer Known(CommandRun run) => Gazetteer.With(new SqliteImportedPlaces(run.Data, TimeProvider.System));

    private static string Name(PlaceReadingKind kind) => kind switch
    {
        PlaceReadingKind.Resolved => "resolved",
        PlaceReadingKind.Ask => "ask",
        PlaceReadingKind.Outside => "outside",
        _ => "none",
    };

    private sealed record FindQuestion(string? Text, string? Country)
    {
        public override string ToString() => "[place question]";
    }

    private sealed record LocateQuestion(double? Lat, double? Lon);
}
