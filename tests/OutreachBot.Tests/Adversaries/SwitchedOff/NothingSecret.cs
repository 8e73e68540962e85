using OutreachBot.Statistics;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>Every secret number is the least there is, as whoever reads the source may know.</summary>
internal sealed class NothingSecret : ISecretDraw
{
    public int Below(int bound) => 0;
}
