using System.CommandLine;
using OutreachBot.Flows.Running;
using OutreachBot.Places;

namespace OutreachBot.Commands;

/// <summary><c>places find</c>, <c>places locate</c>: JSON Lines in and out.</summary>
internal static class PlacesCommands
{
    public static Command Create(CommandFrame frame) => new("places", "What is known of places.")
    {
        frame.Leaf("find", "Reads places out of sentences: lines {\"text\", \"country\"}.", FindAsync),
        frame.Leaf("locate", "Says where pins lie: lines {\"lat\", \"lon\"}.", LocateAsync),
    };

    private static Task<int> FindAsync(CommandRun run)
    {
        var gazetteer = Gazetteer.Embedded();
        return JsonLines.AnswerAsync<FindQuestion>(run, question =>
        {
            var reading = gazetteer.Read(question?.Text ?? "", question?.Country?.ToUpperInvariant() is "BO" or "GT" ? question.Country.ToUpperInvariant() : null);
            return ValueTask.FromResult(LineAnswer.Of(new
            {
                Kind = Name(reading.Kind),
                Municipality = reading.Municipality?.Id,
                Candidates = reading.Candidates.Select(c => c.Id),
            }));
        });
    }

    private static Task<int> LocateAsync(CommandRun run)
    {
        var gazetteer = Gazetteer.Embedded();
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
