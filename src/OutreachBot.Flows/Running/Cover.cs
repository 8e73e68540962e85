namespace OutreachBot.Flows.Running;

/// <summary>The word after which the thread is a page of a farming calendar, and whether it is one now.</summary>
/// <param name="Word">The one she chose, in the form words are compared in; null: the line's own alone.</param>
/// <param name="Notices">She wants to be told of what waits for her meanwhile.</param>
/// <param name="IsOn">Whoever writes reads the calendar.</param>
public sealed record Cover(string? Word, bool Notices, bool IsOn)
{
    public static readonly Cover None = new(null, false, false);

    public override string ToString() => "[cover]";
}
