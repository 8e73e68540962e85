using OutreachBot.Privacy;
using OutreachBot.Routing.KeepAway;
using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>Whom a reporter names is kept from her tip from that moment on, also where it was raised before.</summary>
internal sealed class Naming(ITipStore tips, KeptFrom keptFrom, ISeals seals, IKeepAwayReader reader, IAlerting alerting)
{
    /// <summary>What the router may know, with whoever the words mean. What was named once is not taken back by later words.</summary>
    /// <param name="municipality">Where the tip is; null when unknown.</param>
    public Discretion Read(UnitOfWork unit, Discretion before, string? municipality, SealedTip words)
    {
        var kept = reader.Read(unit, municipality, words.KeepAway, words.KeepAwayWords);
        return before.KeepingAway(kept.Responders) with
        {
            CoordinatorOnly = before.CoordinatorOnly || kept.NamesNobodyOnFile,
            Marks = before.Marks.With(kept.Marks),
        };
    }

    /// <summary>Takes a raised tip from whoever has been alerted and is named now; it goes on to others at once.</summary>
    /// <param name="words">All that its seal is to hold.</param>
    public void KeepFrom(UnitOfWork unit, Tip raised, string? municipality, SealedTip words)
    {
        var discretion = Read(unit, tips.DiscretionOf(unit, raised.Id), municipality, words);
        tips.Save(unit, raised.Id, discretion);
        // The seal made before may be open to a coordinator she names; and only a coordinator can read whom words mean that name nobody on file.
        var keptAway = keptFrom.Of(unit, discretion);
        tips.DropSeals(unit, raised.Id);
        tips.AddSeal(unit, raised.Id, seals.Seal(unit, words.ToJson(), keptAway));
        alerting.TakeAway(unit, raised, keptAway);
    }
}
