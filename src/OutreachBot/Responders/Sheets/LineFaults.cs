using OutreachBot.Flows.Languages;

namespace OutreachBot.Responders.Sheets;

/// <summary>Gathers what is wrong with the cells of one line.</summary>
internal sealed class LineFaults(long line)
{
    private readonly List<SheetFault> _all = [];

    public IReadOnlyList<SheetFault> All => _all;

    /// <param name="problem">Without a full stop.</param>
    /// <param name="mend">One sentence.</param>
    public void Add(string column, string problem, string mend) => _all.Add(new SheetFault(line, column, problem, mend));

    /// <summary>A cell in the wrong column may hold a number or a whole name: one word is repeated, of letters and a few digits.</summary>
    public static string Shown(string text) =>
        text.Length <= 24 && text.All(c => char.IsLetter(c) || c is '-' or '_' or ',' || Letters.IsApostrophe(c) || char.IsAsciiDigit(c)) && text.Count(char.IsAsciiDigit) < 8
            ? text
            : "…";
}
