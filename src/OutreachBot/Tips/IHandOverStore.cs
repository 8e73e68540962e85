using OutreachBot.Routing;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>What the responder is told on accepting. The one exception to the seal, and kept no longer than it serves.</summary>
/// <param name="KeptAway">Somebody is kept away from it: she is asked to talk to nobody.</param>
/// <param name="Story">Only where the deployment set <c>Alerts__Details=story</c>, and never before "who must not know" was asked.</param>
/// <param name="Call">Of somebody who asked to be called or written to.</param>
public sealed record HandOverCopy(
    string Kind, string? Municipality, Urgency Urgency, bool Minor, bool KeptAway, string? Story, CallWish? Call)
{
    public override string ToString() => "[hand-over copy]";
}

/// <summary>How somebody wants to be reached.</summary>
/// <param name="Number">Only where she wants a call.</param>
/// <param name="CoverWord">What to say if somebody else answers.</param>
public sealed record CallWish(string? Number, string? How, string? Hours, string? CoverWord, string Language)
{
    public override string ToString() => "[call wish]";
}

/// <summary>Keeps hand-over copies, each locked under the server key.</summary>
public interface IHandOverStore
{
    HandOverCopy? Find(UnitOfWork unit, TipId tip);

    void Save(UnitOfWork unit, TipId tip, HandOverCopy copy);

    void Destroy(UnitOfWork unit, TipId tip);
}
