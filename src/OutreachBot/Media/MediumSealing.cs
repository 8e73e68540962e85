using OutreachBot.Agenda;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Tips;
using OutreachBot.Transactions;

namespace OutreachBot.Media;

/// <summary>Seals one medium of a tip as a stream, to whom the story is sealed.</summary>
internal sealed class MediumSealing(
    ITransactions transactions, IMediumStore store, MediumBox boxes, ISeals seals, ITipStore tips, KeptFrom keptFrom, MediumEnd end, IAgenda agenda)
{
    /// <summary>A tip that was raised and never sent lies with its conversation for a day: so long it may have to be sealed anew.</summary>
    private static readonly TimeSpan CopyKept = TimeSpan.FromHours(25);

    public async Task SealAsync(Medium medium, CancellationToken cancellationToken)
    {
        var key = boxes.Open(medium).Key;
        var recipients = await transactions.RunAsync(
            unit =>
            {
                store.DropParts(unit, medium.Id, PartForm.Sealed);
                return RecipientsOf(unit, medium);
            },
            cancellationToken);
        if (key is not null)
        {
            await using var plain = new PartReader(transactions, store, medium.Id, key);
            await using var file = new PartWriter(transactions, store, medium.Id);
            await AgeFile.SealAsync(plain, file, recipients, cancellationToken);
            await file.FlushAsync(cancellationToken);
        }
        await transactions.RunAsync(unit => Record(unit, medium, recipients, isSealed: key is not null), cancellationToken);
    }

    private IReadOnlyList<AgeRecipient> RecipientsOf(UnitOfWork unit, Medium medium) =>
        seals.RecipientsFor(unit, keptFrom.Of(unit, medium.Tip!.Value));

    private void Record(UnitOfWork unit, Medium medium, IReadOnlyList<AgeRecipient> recipients, bool isSealed)
    {
        // Withdrawn while it was being sealed.
        if (store.Find(unit, medium.Id) is not { State: MediumState.ToSeal, Tip: { } tip } still)
        {
            store.DropParts(unit, medium.Id, PartForm.Sealed);
            unit.LeaveNoTrace();
            return;
        }
        if (!isSealed)
        {
            store.Put(unit, still with { State = MediumState.Lost, Due = null });
            return;
        }
        // Somebody may have been named, or a key destroyed, meanwhile: then it stays as it is, and is done anew.
        if (!RecipientsOf(unit, still).Select(r => r.Text).SequenceEqual(recipients.Select(r => r.Text), StringComparer.Ordinal))
        {
            return;
        }
        var done = still with { State = MediumState.Sealed, Due = null, Attempts = 0 };
        store.Put(unit, done);
        if (tips.Find(unit, tip) is { Complete: false })
        {
            agenda.Plan(unit, unit.Now + CopyKept, MediumEnd.AgendaKind, medium.Id.ToString());
        }
        else
        {
            end.DropCopy(unit, done);
        }
    }
}
