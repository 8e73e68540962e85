using System.Globalization;
using OutreachBot.Transactions;

namespace OutreachBot.Outbox;

/// <summary>What the store knows of the provider's copies as a whole: from when on they are ours to delete, and when it was last seen that none stays.</summary>
/// <remarks>By the provider's clock: in a demo ours may have been moved ahead.</remarks>
internal sealed class CopyRecord(IStoreSettings settings, TimeProvider time)
{
    private const string SinceSetting = "copies_since";
    private const string SeenGoneSetting = "copies_seen_gone";

    /// <summary>What the provider's clock says.</summary>
    public DateTimeOffset Now => time.GetUtcNow() - (time is SimulatedClock clock ? clock.Lead : TimeSpan.Zero);

    /// <summary>Null: the line has not run with a provider yet.</summary>
    public DateTimeOffset? Since(UnitOfWork unit) => Read(unit, SinceSetting);

    /// <summary>When the provider's lists last showed none that should be gone; null: not yet.</summary>
    public DateTimeOffset? SeenGone(UnitOfWork unit) => Read(unit, SeenGoneSetting);

    /// <summary>What stood at the provider before the line did is not ours to delete.</summary>
    public void Begin(UnitOfWork unit)
    {
        if (Since(unit) is null)
        {
            Write(unit, SinceSetting);
        }
    }

    public void NoteGone(UnitOfWork unit) => Write(unit, SeenGoneSetting);

    private DateTimeOffset? Read(UnitOfWork unit, string name) =>
        long.TryParse(settings.Get(unit, name), CultureInfo.InvariantCulture, out var hour) ? DateTimeOffset.FromUnixTimeSeconds(hour * 3600) : null;

    private void Write(UnitOfWork unit, string name) =>
        settings.Set(unit, name, (Now.ToUnixTimeSeconds() / 3600).ToString(CultureInfo.InvariantCulture));
}
