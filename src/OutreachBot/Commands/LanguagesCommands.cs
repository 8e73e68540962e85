using System.CommandLine;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Languages.Identification;
using OutreachBot.Flows.Languages.Identification.Training;

namespace OutreachBot.Commands;

/// <summary><c>languages identify|train|coverage</c></summary>
internal static class LanguagesCommands
{
    private const string TrainingFile = "train.tsv";

    public static Command Create(CommandFrame frame)
    {
        var among = new Option<string>("--among")
        {
            Description = $"The languages that can come up, with commas between; all unless said. Known: {string.Join(", ", LanguageTag.All)}.",
            HelpName = "LANG,LANG",
        };
        var directory = new Argument<string>("DIR") { Description = $"The folder with {TrainingFile}: a tag, a tab, a sentence a line." };
        var output = new Option<string>("--out") { Description = "The file the model is written to.", HelpName = "FILE", Required = true };
        return new Command("languages", "The languages of the line.")
        {
            frame.Leaf("identify", "Says which language each line of text is in.", run => IdentifyAsync(run, among), among),
            frame.Leaf("train", "Makes the model that tells the languages apart.", run => TrainAsync(run, directory, output), directory, output),
            LanguagesCoverageCommand.Create(frame),
        };
    }

    private static async Task<int> IdentifyAsync(CommandRun run, Option<string> option)
    {
        var among = new List<LanguageTag>();
        foreach (var tag in (run.Parsed.GetValue(option) ?? string.Join(',', LanguageTag.All)).Split(',', StringSplitOptions.TrimEntries))
        {
            if (!LanguageTag.TryParse(tag, out var language))
            {
                await run.SayAsync($"--among: '{tag}' is no language of this line. Known: {string.Join(", ", LanguageTag.All)}.");
                return ExitCode.Usage;
            }
            among.Add(language);
        }
        var identifier = ModelIdentifier.OfBuild();
        var priors = new LanguagePriors([.. among.Distinct()]);
        return await JsonLines.AnswerAsync(run, line => ValueTask.FromResult(Answer(TextCleaner.Clean(line), identifier, priors)));
    }

    private static LineAnswer Answer(string text, ModelIdentifier identifier, LanguagePriors priors)
    {
        var reading = identifier.Identify(text, priors);
        return LineAnswer.Of(new
        {
            Language = reading.Language?.ToString(),
            Guess = text.Length == 0 ? null : reading.Guess.ToString(),
            Confidence = Math.Round(reading.Confidence, 4),
        });
    }

    private static async Task<int> TrainAsync(CommandRun run, Argument<string> directory, Option<string> output)
    {
        var from = Path.Combine(run.Parsed.GetRequiredValue(directory), TrainingFile);
        var to = run.Parsed.GetRequiredValue(output);
        if (!File.Exists(from))
        {
            await run.SayAsync($"There is no {TrainingFile} in that folder. Name the folder that holds it.");
            return ExitCode.Refused;
        }
        if (Directory.Exists(to) || Path.GetDirectoryName(Path.GetFullPath(to)) is not { } folder || !Directory.Exists(folder))
        {
            await run.SayAsync("--out: no file can be written there. Name a file in a folder that exists.");
            return ExitCode.Refused;
        }
        var (model, faults) = LanguageTraining.Run(await File.ReadAllBytesAsync(from, run.Cancellation), TrainingFile);
        foreach (var fault in faults)
        {
            await run.SayAsync(fault);
        }
        if (model is null)
        {
            await run.SayAsync("Nothing was written.");
            return ExitCode.Refused;
        }
        await File.WriteAllBytesAsync(to, model, run.Cancellation);
        await run.SayAsync($"{model.Length} bytes written. The program uses it once it is built with it.");
        return ExitCode.Done;
    }
}
