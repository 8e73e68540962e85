using OutreachBot.Effects;
using OutreachBot.Flows.Running;
using OutreachBot.Privacy;
using OutreachBot.Routing;

namespace OutreachBot.Outreach;

/// <summary>TALLER: one workshop, counted.</summary>
internal sealed class LogTrainingEffect(ITrainingStore trainings, IPlaceReader places) : IEffectHandler
{
    public string Effect => "log_training";

    public EffectResult Handle(EffectRequest request)
    {
        var country = request.Responder?.Country ?? request.Context.Country;
        var report = TrainingReport.Read(request.Text("report") ?? "", places, country);
        if (request.Text("rest") is { } rest)
        {
            report = report.With(TrainingReport.Read(rest, places, country));
        }
        if (report.IsImpossible)
        {
            return EffectResult.Of("impossible");
        }
        if (!report.IsComplete)
        {
            return EffectResult.Giving("missing", ("missing", string.Join(", ", Missing(report))));
        }
        var day = LocalTime.DayOf(country, request.Unit.Now);
        trainings.Add(request.Unit, new Training(RandomId.Draw(), day, report.Municipality!.Id, report.Women!.Value, report.Men!.Value));
        return EffectResult.Giving(
            "ok",
            ("women", report.Women.Value.ToString()),
            ("men", report.Men.Value.ToString()),
            ("municipality", report.Municipality.Label));
    }

    // In Spanish, as the flow for responders is.
    private static IEnumerable<string> Missing(TrainingReport report)
    {
        if (report.Women is null)
        {
            yield return "cuántas mujeres";
        }
        if (report.Men is null)
        {
            yield return "cuántos hombres";
        }
        if (report.Municipality is null)
        {
            yield return "el municipio";
        }
    }
}
