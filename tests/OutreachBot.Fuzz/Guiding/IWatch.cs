namespace OutreachBot.Fuzz.Guiding;

/// <summary>Told which input is being read.</summary>
internal interface IWatch
{
    void Begins(byte[] input);

    void Ended();
}
