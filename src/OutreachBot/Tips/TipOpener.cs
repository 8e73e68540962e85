using System.Text.Json;
using System.Text.Json.Nodes;
using OutreachBot.Audit;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>What came of opening a tip.</summary>
internal abstract record TipOpening
{
    /// <param name="Parts">The documents in its seals, as they were sealed, first told first.</param>
    /// <param name="Media">Voice and pictures, named there by their handles; each is opened by itself.</param>
    internal sealed record Opened(TipId Id, IReadOnlyList<JsonNode> Parts, IReadOnlyList<TipMedium> Media) : TipOpening
    {
        public override string ToString() => "[opened tip]";
    }

    /// <summary>There is no such tip.</summary>
    internal sealed record Unknown : TipOpening;

    /// <summary>Whoever told it took it back.</summary>
    internal sealed record Withdrawn : TipOpening;

    /// <summary>It is sealed to others, or to keys made after hers.</summary>
    internal sealed record NotForHer : TipOpening;

    /// <summary>A seal was changed or cut since it was made.</summary>
    internal sealed record Damaged : TipOpening;
}

/// <summary>Opens tips with keys that somebody has unlocked; each opening leaves a line in the audit.</summary>
internal sealed class TipOpener(ITransactions transactions, ITipStore tips, KeptFrom keptFrom, ITipMedia media, IAudit audit)
{
    /// <summary>All of it or nothing. The line is durable before a word is given back; none is left where nothing could be opened.</summary>
    /// <remarks>What was sealed before its reader was kept away still fits her key: she is refused, with a line, in the words of a tip sealed to others.</remarks>
    public async Task<TipOpening> OpenAsync(TipId id, UnlockedKeys keys, string reason, CancellationToken cancellationToken)
    {
        var (seals, refusal) = await transactions.RunAsync(unit => Find(unit, id, keys, reason), cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }
        var parts = new List<JsonNode>();
        foreach (var seal in seals)
        {
            var opening = keys.Open(seal);
            if (opening.Fault is AgeFault.NoMatch)
            {
                return new TipOpening.NotForHer();
            }
            if (opening.Plain is not { } plain || TryParse(plain) is not { } part)
            {
                return new TipOpening.Damaged();
            }
            parts.Add(part);
        }
        var attached = await transactions.RunAsync(
            unit =>
            {
                audit.Append(unit, new AuditEntry(keys.Actor, AuditActs.TipOpened, id.Value, reason));
                return media.Of(unit, id);
            },
            cancellationToken);
        return new TipOpening.Opened(id, [.. parts.OrderBy(OrderOf)], attached);
    }

    /// <summary>One voice message or picture of a tip that has been opened.</summary>
    /// <returns>Its bytes; null where there are none yet or any more, or her key doesn't fit.</returns>
    public async Task<byte[]?> OpenAsync(TipMedium medium, UnlockedKeys keys, CancellationToken cancellationToken) =>
        await transactions.RunAsync(unit => media.SealOf(unit, medium), cancellationToken) is { } seal ? keys.Open(seal).Plain : null;

    private (IReadOnlyList<byte[]> Seals, TipOpening? Refusal) Find(UnitOfWork unit, TipId id, UnlockedKeys keys, string reason)
    {
        if (tips.Find(unit, id) is not { } tip)
        {
            return ([], new TipOpening.Unknown());
        }
        if (keptFrom.Of(unit, id).Overlaps(keys.Owners))
        {
            audit.Append(unit, new AuditEntry(keys.Actor, AuditActs.TipRefused, id.Value, reason));
            return ([], new TipOpening.NotForHer());
        }
        return tip.State is TipState.Withdrawn ? ([], new TipOpening.Withdrawn()) : (tips.SealsOf(unit, id), null);
    }

    private static JsonObject? TryParse(byte[] plain)
    {
        try
        {
            return JsonNode.Parse(plain) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int OrderOf(JsonNode part) => part["order"] is JsonValue order && order.TryGetValue<int>(out var number) ? number : 0;
}
