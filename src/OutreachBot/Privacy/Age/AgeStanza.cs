namespace OutreachBot.Privacy.Age;

/// <summary>One recipient's part of a header.</summary>
/// <param name="Arguments">The type first.</param>
internal sealed record AgeStanza(IReadOnlyList<string> Arguments, byte[] Body)
{
    public string Type => Arguments[0];
}
