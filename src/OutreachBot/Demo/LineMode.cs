namespace OutreachBot.Demo;

/// <summary>Whether this is a demo: simulator, samples, drafts shown. Decided at the start, before any message.</summary>
public sealed class LineMode
{
    public bool IsDemo { get; private set; }

    internal void Decide(bool isDemo) => IsDemo = isDemo;
}
