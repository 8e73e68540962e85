using OutreachBot.Audit;
using OutreachBot.Flows.Running;
using OutreachBot.Privacy.Sealing;
using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Tips.Export;

/// <summary>What an export took out.</summary>
/// <param name="Stories">How many of them with their story.</param>
internal sealed record TipSheet(byte[] Csv, int Exported, int Stories)
{
    public override string ToString() => "[tip sheet]";
}

/// <summary>Takes tips out, for two people. What keeps either of them away is left out without a word: it is no matter of theirs.</summary>
internal sealed class TipExport(
    ITransactions transactions, ITipStore tips, ICaseStore cases, IResponders responders, IPlaceReader places, IAudit audit)
{
    /// <summary>The lines are durable before anything is given back: one for the export, and one for each story that was opened.</summary>
    /// <param name="keys">Of both.</param>
    /// <param name="stories">Whether stories go along.</param>
    public async Task<TipSheet> TakeAsync(UnlockedKeys keys, bool stories, string reason, CancellationToken cancellationToken)
    {
        var found = await transactions.RunAsync(unit => Find(unit, keys, stories), cancellationToken);
        var rows = found.Select(f => f.Row with { Story = stories ? StoryOf(f.Seals, keys) : null }).ToList();
        await transactions.RunAsync(
            unit =>
            {
                audit.Append(unit, new AuditEntry(keys.Actor, AuditActs.TipsExported, Tip: null, $"{reason} ({rows.Count} tips)"));
                foreach (var opened in rows.Where(r => r.Story is not null))
                {
                    audit.Append(unit, new AuditEntry(keys.Actor, AuditActs.TipOpened, opened.Tip.Id.Value, reason));
                }
            },
            cancellationToken);
        return new TipSheet(HtcdsSheet.Write(rows), rows.Count, rows.Count(r => r.Story is not null));
    }

    private List<(HtcdsRow Row, IReadOnlyList<byte[]> Seals)> Find(UnitOfWork unit, UnlockedKeys keys, bool stories) =>
    [
        .. from tip in tips.All(unit)
           where tip.State is not TipState.Withdrawn
           let discretion = tips.DiscretionOf(unit, tip.Id)
           where !discretion.KeepAway.Overlaps(keys.Owners)
           select (RowOf(unit, tip, discretion), stories ? tips.SealsOf(unit, tip.Id) : []),
    ];

    private HtcdsRow RowOf(UnitOfWork unit, Tip tip, Discretion discretion)
    {
        var department = tip.Municipality is { Length: > 5 } municipality ? municipality[..5] : tip.Department;
        return new HtcdsRow(
            tip,
            discretion.Minor,
            cases.ContactOf(unit, tip.Id) is not null,
            cases.Waits(unit, tip.Id, RelayEnd.Reporter),
            tip.Assigned is { } owner ? responders.Find(unit, owner)?.Role : null,
            tip.Municipality is { } city ? places.Label(city) : "",
            department is null ? "" : places.Label(department),
            Story: null);
    }

    /// <returns>Null where a seal is closed to both, or damaged: all of a story, or nothing of it.</returns>
    private static string? StoryOf(IReadOnlyList<byte[]> seals, UnlockedKeys keys)
    {
        var parts = seals.Select(s => keys.Open(s).Plain is { } plain ? SealedTip.TryRead(plain) : null).ToList();
        return parts.Count == 0 || parts.Contains(null)
            ? null
            : string.Join('\n', parts.OrderBy(p => p!.Order).Select(p => p!.Story).Where(s => !string.IsNullOrEmpty(s)));
    }
}
