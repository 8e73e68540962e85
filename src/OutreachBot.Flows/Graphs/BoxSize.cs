namespace OutreachBot.Flows.Graphs;

/// <summary>How large boxes are, in pixels, for 12-pixel sans-serif type; no font is measured.</summary>
internal static class BoxSize
{
    public const double LineHeight = 15;
    public const double Padding = 9;

    // An average letter; names in bold are a little wider.
    private const double LetterWidth = 6.3;
    private const double BoldWidth = 7.1;

    public static double TextWidth(string text) => text.Length * LetterWidth;

    public static (double Width, double Height) Of(PictureNode node)
    {
        if (node.Kind == PictureKind.End && node.Does.Length == 0)
        {
            return (18, 18);
        }
        var lines = (string[])[node.Does, .. node.Says];
        var width = Math.Max(node.Title.Length * BoldWidth, lines.Max(TextWidth)) + (2 * Padding);
        // A branch's corners are cut off.
        return (node.Kind == PictureKind.When ? width + 24 : Math.Max(width, 56), ((1 + lines.Count(l => l.Length > 0)) * LineHeight) + (2 * Padding) - 4);
    }
}
