using OutreachBot.Transactions;

namespace OutreachBot.Tips;

/// <summary>Voice and pictures that were told with a tip, or go between the ends of its case. Handles that name nothing are passed over.</summary>
public interface ITipMedia
{
    /// <summary>They are the tip's from here on: sealed as the story is, as soon as their bytes are there; sealed anew where they were before.</summary>
    void GiveTo(UnitOfWork unit, TipId tip, IReadOnlyList<SealedMedium> media);

    /// <summary>They go to an end of the case, as soon as their bytes are there.</summary>
    /// <returns>Whether there was any.</returns>
    bool Pass(UnitOfWork unit, TipId tip, RelayEnd to, IReadOnlyList<SealedMedium> media);

    /// <summary>What there is of the story, in no telling order.</summary>
    IReadOnlyList<TipMedium> Of(UnitOfWork unit, TipId tip);

    /// <returns>A whole age file; null for what isn't sealed.</returns>
    byte[]? SealOf(UnitOfWork unit, TipMedium medium);

    /// <summary>Puts another age file in the place of one.</summary>
    void Replace(UnitOfWork unit, TipMedium medium, byte[] file);

    /// <summary>All of them go, those under way too.</summary>
    void Destroy(UnitOfWork unit, TipId tip);
}

/// <summary>How a medium of a story stands.</summary>
public enum TipMediumState
{
    /// <summary>Its bytes are still to be fetched or sealed.</summary>
    Coming,
    Sealed,

    /// <summary>It couldn't be had, or is of a kind that isn't taken.</summary>
    Lost,
}

/// <param name="Handle">As it stands in the seal of the story.</param>
public sealed record TipMedium(string Handle, TipMediumState State);
