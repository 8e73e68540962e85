using OutreachBot.Flows.Definitions;

namespace OutreachBot.Flows.Loading;

/// <summary>A value in a YAML file, with the spot where it stands.</summary>
internal abstract record YamlNode(SourceSpot Spot)
{
    /// <summary>How an author calls this shape.</summary>
    public abstract string Shape { get; }
}

internal sealed record YamlScalar(string Text, SourceSpot Spot) : YamlNode(Spot)
{
    public override string Shape => "a value";
}

internal sealed record YamlList(IReadOnlyList<YamlNode> Items, SourceSpot Spot) : YamlNode(Spot)
{
    public override string Shape => "a list";
}

/// <param name="Entries">In the order written; keys are unique.</param>
internal sealed record YamlMap(IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Entries, SourceSpot Spot) : YamlNode(Spot)
{
    public override string Shape => "a mapping";
}
