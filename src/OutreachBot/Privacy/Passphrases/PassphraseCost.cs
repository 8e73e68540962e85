namespace OutreachBot.Privacy.Passphrases;

/// <summary>How dear one guess of a passphrase is: Argon2id, one lane.</summary>
/// <param name="MemoryKiB">8 to 1,048,576.</param>
/// <param name="Passes">1 to 16.</param>
public readonly record struct PassphraseCost(int MemoryKiB, int Passes)
{
    /// <summary>64 MiB and 3 passes: about 145 ms on the hardware the design was measured on.</summary>
    public static readonly PassphraseCost Normal = new(64 * 1024, 3);

    /// <summary>Bounds, so that a damaged or forged box can't ask for all of the memory.</summary>
    public bool IsSane => MemoryKiB is >= 8 and <= 1024 * 1024 && Passes is >= 1 and <= 16;
}
