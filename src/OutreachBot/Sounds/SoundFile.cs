namespace OutreachBot.Sounds;

/// <summary>A sound: a recording beside the flows, or a draft in the data directory.</summary>
/// <param name="Name">How the engine and addresses call it: <c>r:report/quc/what.ogg</c>, <c>d:quc/report.what.1a2b3c4d.ogg</c>.</param>
internal sealed record SoundFile(string Name, string Path)
{
    public bool IsDraft => Name.StartsWith("d:", StringComparison.Ordinal);
}
