namespace OutreachBot.Media.Stripping;

/// <summary>A file of which nothing is left but its picture or sound.</summary>
internal sealed record Stripped(MediumType Type, ReadOnlyMemory<byte> Bytes)
{
    public override string ToString() => $"[{Type}]";
}
