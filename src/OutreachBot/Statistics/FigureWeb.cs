namespace OutreachBot.Statistics;

/// <summary>All figures that are given out together, and how they hang together by their sums.</summary>
/// <remarks>
/// The tables stand one behind the other, each carrying the whole total from one end to the other, and the total itself leads
/// back: a circulation. Two tables of one total are tied by it and by nothing else, since any two tables of the same total
/// are the sums of some table of both.
/// </remarks>
internal sealed class FigureWeb
{
    private readonly List<Figure> _figures = [];
    private readonly HashSet<int> _sumsOfOthers = [];

    private FigureWeb()
    {
    }

    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>How many sums there are; figures name them from 0.</summary>
    public int Sums { get; private set; }

    /// <param name="total">Of each of the tables.</param>
    /// <exception cref="ArgumentException">A table has another total.</exception>
    public static FigureWeb Of(int total, IReadOnlyList<CountTable> tables)
    {
        var web = new FigureWeb();
        var end = web.Sums++;
        foreach (var table in tables)
        {
            if (table.Total() != total)
            {
                throw new ArgumentException("The tables of one release count the same.", nameof(tables));
            }
            var next = web.Sums++;
            web.Add(table, end, next);
            end = next;
        }
        web._figures.Add(new Figure(Table: null, Row: null, Column: null, total, end, To: 0));
        return web;
    }

    /// <summary>Whether it is the sum of others of its table.</summary>
    public bool IsSumOfOthers(int figure) => _sumsOfOthers.Contains(figure);

    private void Add(CountTable table, int from, int to)
    {
        if (table.Columns.Count == 0)
        {
            _figures.AddRange(table.Rows.Zip(table.Counts, (row, counts) => new Figure(table.Name, row, Column: null, counts[0], from, to)));
            return;
        }
        var columns = Sums;
        Sums += table.Columns.Count;
        foreach (var (row, counts) in table.Rows.Zip(table.Counts))
        {
            var sum = Sums++;
            _sumsOfOthers.Add(_figures.Count);
            _figures.Add(new Figure(table.Name, row, Column: null, counts.Sum(), from, sum));
            _figures.AddRange(table.Columns.Select((column, at) => new Figure(table.Name, row, column, counts[at], sum, columns + at)));
        }
        _sumsOfOthers.UnionWith(Enumerable.Range(_figures.Count, table.Columns.Count));
        _figures.AddRange(table.Columns.Select(
            (column, at) => new Figure(table.Name, Row: null, column, table.Counts.Sum(row => row[at]), columns + at, to)));
    }
}
