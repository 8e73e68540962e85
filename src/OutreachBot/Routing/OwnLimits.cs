using OutreachBot.Responders;

namespace OutreachBot.Routing;

/// <summary>What her record says she is not to be given; pure.</summary>
/// <remarks>
/// It binds no coordinator: she is the last there is, and passes on what she won't take. A full hand does not keep away what is
/// urgent: she can pass it on with one digit, and nobody can bring back the ten minutes it waited elsewhere.
/// </remarks>
internal static class OwnLimits
{
    /// <param name="open">Her open alerts and cases.</param>
    /// <returns>A word of <see cref="Exclusion"/>; null where nothing stands against it.</returns>
    public static string? WhyNot(RoutingQuestion question, Responder responder, int open) =>
        responder.Training.IsPending ? Exclusion.Training
        : responder.ExcludedKinds.Contains(question.Kind, StringComparer.Ordinal) ? Exclusion.ByHerself
        : open >= responder.Capacity && question.Urgency != Urgency.Urgent ? Exclusion.Capacity
        : null;
}
