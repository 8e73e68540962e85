namespace OutreachBot.Fuzz.Guiding;

/// <summary>Which branches of the program an input took.</summary>
internal interface ICoverage
{
    /// <summary>Branches seen since the run began.</summary>
    int Seen { get; }

    void Begin();

    /// <returns>Whether a branch was taken that none had taken before, or markedly more often.</returns>
    bool End();
}

/// <summary>Nothing is known of branches.</summary>
internal sealed class NoCoverage : ICoverage
{
    public int Seen => 0;

    public void Begin()
    {
    }

    public bool End() => false;
}
