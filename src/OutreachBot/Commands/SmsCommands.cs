using System.CommandLine;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Commands;

/// <summary><c>sms measure [--fold]</c></summary>
internal static class SmsCommands
{
    public static Command Create(CommandFrame frame)
    {
        var fold = new Option<bool>("--fold") { Description = "Fold first, as the line does before it sends." };
        var language = LanguageOption.Create("--lang", "Whose table folds; Spanish unless said.");
        return new Command("sms", "What a text costs as SMS.")
        {
            frame.Leaf("measure", "Measures lines of text.", run => MeasureAsync(run, fold, language), fold, language),
        };
    }

    private static Task<int> MeasureAsync(CommandRun run, Option<bool> foldFirst, Option<string> lang)
    {
        var fold = run.Parsed.GetValue(foldFirst);
        var language = LanguageOption.Of(run.Parsed.GetValue(lang));
        return JsonLines.AnswerAsync(run, line =>
        {
            var measure = SmsText.Measure(fold ? SmsFold.Fold(line, language) : line);
            return ValueTask.FromResult(LineAnswer.Of(new
            {
                Encoding = measure.Encoding == SmsEncoding.Gsm7 ? "GSM-7" : "UCS-2",
                measure.Units,
                measure.Segments,
            }));
        });
    }
}
