namespace OutreachBot.Responders.Pins;

/// <summary>What is kept of a responder's PIN.</summary>
/// <param name="Hash">Null: she has none yet.</param>
/// <param name="Begun">Hash of what she wrote once and is to write again; null: nothing waits.</param>
/// <param name="Wrong">Wrong ones since the last right one, or since she was held up last.</param>
/// <param name="Locks">How often in a row she was held up; each time is twice as long.</param>
internal sealed record PinRecord(byte[]? Hash, byte[]? Begun, int Wrong, int Locks, DateTimeOffset? LockedUntil)
{
    public static readonly PinRecord None = new(null, null, 0, 0, null);

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    public override string ToString() => "[pin]";
}
