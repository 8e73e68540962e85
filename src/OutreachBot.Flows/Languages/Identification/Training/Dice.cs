namespace OutreachBot.Flows.Languages.Identification.Training;

/// <summary>Numbers that look drawn and are the same in every run: a model must come out the same twice.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood 2014).</remarks>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 up to and without <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>From 0 up to and without 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Falls(double probability) => Share() < probability;

    public T OneOf<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
