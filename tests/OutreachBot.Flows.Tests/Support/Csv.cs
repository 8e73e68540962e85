using System.Text;

namespace OutreachBot.Flows.Tests.Support;

/// <summary>Enough CSV for the data beside the project: quotes, no line breaks inside them.</summary>
internal static class Csv
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = Cells(lines[0]);
        return lines.Skip(1).Select(line => (IReadOnlyDictionary<string, string>)names.Zip(Cells(line)).ToDictionary(p => p.First, p => p.Second));
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append(line[i++]);
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (line[i] != '\r')
            {
                cell.Append(line[i]);
            }
        }
        cells.Add(cell.ToString());
        return cells;
    }
}
