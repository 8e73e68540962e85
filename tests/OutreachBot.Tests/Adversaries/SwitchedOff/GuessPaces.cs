using OutreachBot.Privacy;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Tests.Adversaries.SwitchedOff;

/// <summary>Nobody is ever slowed down.</summary>
internal sealed class NoPace : IGuessPace
{
    public bool MustWait(PersonKey person, DateTimeOffset now) => false;

    public void Failed(UnitOfWork unit, PersonKey person)
    {
    }
}

/// <summary>One count for all: who guesses locks everybody out.</summary>
internal sealed class OnePaceForAll : IGuessPace
{
    private int _failures;

    public bool MustWait(PersonKey person, DateTimeOffset now) => Volatile.Read(ref _failures) >= GuessPace.Tries;

    public void Failed(UnitOfWork unit, PersonKey person) => unit.AfterCommit(() => Interlocked.Increment(ref _failures));
}
