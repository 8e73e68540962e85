namespace OutreachBot.Fuzz;

/// <summary>Something that reads what strangers wrote.</summary>
internal interface IFuzzTarget
{
    /// <summary>As it is named on the command line, and its folder under <c>corpus/</c>.</summary>
    string Name { get; }

    /// <summary>Pieces of its format that are worth putting anywhere.</summary>
    IReadOnlyList<byte[]> Scraps { get; }

    /// <summary>Lets the reader read, and checks what it promises.</summary>
    /// <returns>What came of it, in a few words: an input that brings new ones is worth changing further.</returns>
    /// <exception cref="BrokenLawException">A promise was broken. Any other exception is a crash.</exception>
    string Read(byte[] input);
}

/// <summary>A reader answered, but not as it promises.</summary>
internal sealed class BrokenLawException(string law) : Exception(law)
{
    public static void Unless(bool holds, string law)
    {
        if (!holds)
        {
            throw new BrokenLawException(law);
        }
    }
}
