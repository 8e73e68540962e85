using OutreachBot.Transactions;

namespace OutreachBot.Privacy;

/// <summary>A key for each day (UTC), destroyed 48 hours after the day began: a reply can be given again for one to two days.</summary>
internal sealed class DayKeys(HeldKeySet keys) : IDayKeys
{
    private const int DaysKept = 2;

    public (byte[] Box, int Day) Lock(UnitOfWork unit, ReadOnlySpan<byte> context, ReadOnlySpan<byte> plain)
    {
        var day = DayOf(unit.Now);
        return (AeadBox.Lock((Find(unit, day) ?? Begin(unit, day)).Aead, context, plain), day);
    }

    public byte[]? Unlock(UnitOfWork unit, int day, ReadOnlySpan<byte> context, ReadOnlySpan<byte> box)
    {
        // Also while the agenda is late: what is over is over.
        return day + DaysKept > DayOf(unit.Now) && Find(unit, day) is { } key ? AeadBox.Unlock(key.Aead, context, box) : null;
    }

    private OpenKey Begin(UnitOfWork unit, int day)
    {
        // The agenda destroys them; this is for those it has lost sight of, as when the simulator's clock was ahead and the
        // demo has been left.
        foreach (var stray in keys.Days.All(unit).Where(k => k.Number > day || k.Number + DaysKept <= day))
        {
            keys.Days.Destroy(unit, stray.Number);
        }
        return keys.Days.Draw(unit, day, BeginningOf(day + DaysKept));
    }

    private OpenKey? Find(UnitOfWork unit, int day)
    {
        foreach (var key in keys.Days.All(unit))
        {
            if (key.Number == day)
            {
                return key;
            }
        }
        return null;
    }

    private static int DayOf(DateTimeOffset time) => (int)Math.Floor((time - DateTimeOffset.UnixEpoch).TotalDays);

    private static DateTimeOffset BeginningOf(int day) => DateTimeOffset.UnixEpoch.AddDays(day);
}
