namespace OutreachBot.Privacy.Receipts;

/// <summary>H. M. Damm's check digit (2004): finds every wrong digit and every swap of neighbours.</summary>
internal static class Damm
{
    // The totally anti-symmetric quasigroup of order 10 of Damm's dissertation; row: so far, column: next digit.
    private static ReadOnlySpan<byte> Table =>
    [
        0, 3, 1, 7, 5, 9, 8, 6, 4, 2,
        7, 0, 9, 2, 1, 5, 4, 8, 6, 3,
        4, 2, 0, 6, 8, 7, 1, 3, 5, 9,
        1, 7, 5, 0, 9, 8, 3, 4, 2, 6,
        6, 1, 2, 3, 0, 4, 5, 9, 7, 8,
        3, 6, 7, 4, 2, 0, 9, 5, 8, 1,
        5, 8, 6, 9, 7, 2, 0, 1, 3, 4,
        8, 9, 4, 5, 3, 6, 2, 0, 1, 7,
        9, 4, 3, 8, 6, 1, 7, 2, 0, 5,
        2, 5, 8, 1, 4, 3, 6, 7, 9, 0,
    ];

    /// <summary>The digit that, put at the end, makes <see cref="IsRight"/> true.</summary>
    /// <param name="digits">ASCII digits.</param>
    public static char CheckDigit(ReadOnlySpan<char> digits) => (char)('0' + Fold(digits));

    /// <param name="digits">ASCII digits, the check digit last.</param>
    public static bool IsRight(ReadOnlySpan<char> digits) => Fold(digits) == 0;

    private static int Fold(ReadOnlySpan<char> digits)
    {
        var interim = 0;
        foreach (var digit in digits)
        {
            interim = Table[(interim * 10) + (digit - '0')];
        }
        return interim;
    }
}
