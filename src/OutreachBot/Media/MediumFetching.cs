using System.Security.Cryptography;
using OutreachBot.Media.Stripping;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Transactions;

namespace OutreachBot.Media;

/// <summary>Fetches one medium, strips it and puts it down locked. What was fetched touches no disk before it is stripped.</summary>
internal sealed class MediumFetching(
    ITransactions transactions, IMediumStore store, MediumBox boxes, MediaKeeping keeping, IEnumerable<IMediaSource> sources, TimeProvider time,
    ILogger<MediumFetching> logger)
{
    private const int KeySize = 32;

    /// <summary>With pauses that grow to a quarter of an hour, about a day.</summary>
    private const int MostTries = 100;

    private static readonly TimeSpan FetchAtMost = TimeSpan.FromMinutes(1);

    private readonly IMediaSource[] _sources = [.. sources];

    public async Task FetchAsync(Medium medium, CancellationToken cancellationToken)
    {
        var source = boxes.Open(medium).Source;
        var fetched = source is null
            ? new MediaFetch(MediaFetchOutcome.Never, default)
            : await AskAsync(source, cancellationToken);
        switch (fetched.Outcome)
        {
            case MediaFetchOutcome.Fetched when Stripper.Strip(fetched.Bytes) is { } stripped:
                await KeepAsync(medium, stripped, cancellationToken);
                break;
            case MediaFetchOutcome.TryLater when medium.Attempts + 1 < MostTries:
                await transactions.RunAsync(unit => PutBack(unit, medium.Id), cancellationToken);
                break;
            case MediaFetchOutcome.TryLater:
                logger.GivenUp(medium.Attempts + 1);
                await transactions.RunAsync(unit => Lose(unit, medium.Id, letGo: false), cancellationToken);
                break;
            default:
                logger.NotTaken();
                await transactions.RunAsync(unit => Lose(unit, medium.Id, letGo: true), cancellationToken);
                break;
        }
    }

    /// <summary>Nobody wants it any more: the provider's copy goes, once nothing else that came with it is still there.</summary>
    public Task LetGoAsync(Medium medium, CancellationToken cancellationToken) => transactions.RunAsync(
        unit =>
        {
            store.Remove(unit, medium.Id);
            LetGo(unit, medium, boxes.Open(medium).Source);
            unit.LeaveNoTrace();
        },
        cancellationToken);

    private async Task<MediaFetch> AskAsync(string source, CancellationToken cancellationToken)
    {
        if (Array.Find(_sources, s => s.Has(source)) is not { } has)
        {
            return new MediaFetch(MediaFetchOutcome.TryLater, default);
        }
        using var limit = new CancellationTokenSource(FetchAtMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await has.FetchAsync(source, either.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.SourceFailed(e.GetType().Name);
            return new MediaFetch(MediaFetchOutcome.TryLater, default);
        }
    }

    private async Task KeepAsync(Medium medium, Stripped stripped, CancellationToken cancellationToken)
    {
        var key = RandomNumberGenerator.GetBytes(KeySize);
        await transactions.RunAsync(unit => store.DropParts(unit, medium.Id, PartForm.Locked), cancellationToken);
        var count = (stripped.Bytes.Length + PartLock.PartSize - 1) / PartLock.PartSize;
        for (var i = 0; i < count; i++)
        {
            var number = i;
            var part = stripped.Bytes.Slice(i * PartLock.PartSize, Math.Min(PartLock.PartSize, stripped.Bytes.Length - (i * PartLock.PartSize)));
            var box = PartLock.Lock(key, medium.Id, number, part.Span);
            await transactions.RunAsync(unit => store.AddPart(unit, medium.Id, PartForm.Locked, number, box), cancellationToken);
        }
        await transactions.RunAsync(
            unit => Arrive(unit, medium.Id, new MediumFacts(Source: null, key, stripped.Type)), cancellationToken);
    }

    // It may have got an owner, or lost the last who wanted it, while it was being fetched.
    private void Arrive(UnitOfWork unit, RandomId id, MediumFacts facts)
    {
        if (store.Find(unit, id) is not { State: MediumState.ToFetch } medium)
        {
            store.DropParts(unit, id, PartForm.Locked);
            unit.LeaveNoTrace();
            return;
        }
        var source = boxes.Open(medium).Source;
        var kept = boxes.With(medium, facts) with { State = MediumState.Kept, Due = null, Attempts = 0 };
        store.Put(unit, kept);
        LetGo(unit, medium, source);
        if (kept.Tip is not null)
        {
            keeping.Settle(unit, kept);
        }
    }

    private void PutBack(UnitOfWork unit, RandomId id)
    {
        if (store.Find(unit, id) is { State: MediumState.ToFetch } medium)
        {
            var attempts = medium.Attempts + 1;
            store.Put(unit, medium with { Due = unit.Now + RetryPause.After(attempts, asked: null), Attempts = attempts });
        }
    }

    private void Lose(UnitOfWork unit, RandomId id, bool letGo)
    {
        if (store.Find(unit, id) is not { State: MediumState.ToFetch } medium)
        {
            return;
        }
        var source = boxes.Open(medium).Source;
        var lost = boxes.With(medium, new MediumFacts(null, null, null)) with { State = MediumState.Lost, Due = null, Attempts = 0 };
        store.Put(unit, lost);
        if (letGo)
        {
            LetGo(unit, medium, source);
        }
        keeping.Settle(unit, lost);
    }

    private void LetGo(UnitOfWork unit, Medium medium, string? source)
    {
        if (source is not null && !store.AnyToFetch(unit, medium.Message))
        {
            Array.Find(_sources, s => s.Has(source))?.LetGo(unit, source);
        }
    }
}
