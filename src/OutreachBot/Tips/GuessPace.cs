using System.Collections.Concurrent;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>Slows down who guesses codes.</summary>
internal interface IGuessPace
{
    /// <summary>Whether somebody has guessed wrong so often of late that nothing of hers is tried now.</summary>
    bool MustWait(PersonKey person, DateTimeOffset now);

    /// <summary>Counts a wrong code once the work it was tried in is committed.</summary>
    void Failed(UnitOfWork unit, PersonKey person);
}

/// <summary>By the person, and by how many guess.</summary>
/// <remarks>
/// Kept in memory by the person's key and forgotten with the process: a row of it would outlive BORRAR, and tell that somebody
/// asked about a tip. A first try is never held up, whatever others do; while many guess, fewer tries are given to each of those
/// who have failed already.
/// </remarks>
internal sealed class GuessPace : IGuessPace
{
    /// <summary>Wrong codes before somebody has to wait, while few others fail.</summary>
    public const int Tries = 5;

    /// <summary>Wrong codes before somebody has to wait, while many fail.</summary>
    public const int TriesWhileManyFail = 2;

    /// <summary>Wrong codes of all within <see cref="Window"/> that are many.</summary>
    public const int Many = 50;

    private const int MostPeople = 100_000;

    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<PersonKey, Failures> _people = new();
    private readonly Lock _gate = new();
    private Failures _all = new(0, default);

    public bool MustWait(PersonKey person, DateTimeOffset now)
    {
        var own = Current(_people.GetValueOrDefault(person), now);
        lock (_gate)
        {
            return own >= (Current(_all, now) >= Many ? TriesWhileManyFail : Tries);
        }
    }

    public void Failed(UnitOfWork unit, PersonKey person)
    {
        var now = unit.Now;
        unit.AfterCommit(() => Count(person, now));
    }

    private void Count(PersonKey person, DateTimeOffset now)
    {
        if (_people.Count >= MostPeople)
        {
            foreach (var (key, failures) in _people.Where(p => Current(p.Value, now) == 0))
            {
                _people.TryRemove(new(key, failures));
            }
        }
        // Hers begins anew with every failure: who goes on guessing goes on waiting.
        _people.AddOrUpdate(person, new Failures(1, now), (_, before) => new Failures(Current(before, now) + 1, now));
        lock (_gate)
        {
            // Their window is fixed: it ends also while somebody goes on guessing.
            _all = Current(_all, now) == 0 ? new Failures(1, now) : _all with { Count = _all.Count + 1 };
        }
    }

    private static int Current(Failures? failures, DateTimeOffset now) =>
        failures is null || now - failures.Since >= Window ? 0 : failures.Count;

    private sealed record Failures(int Count, DateTimeOffset Since);
}
