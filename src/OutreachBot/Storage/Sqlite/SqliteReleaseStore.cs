using System.Text.Json;
using OutreachBot.Statistics;
using OutreachBot.Transactions;

namespace OutreachBot.Storage.Sqlite;

internal sealed class SqliteReleaseStore : IReleaseStore
{
    public IReadOnlyList<FigureRelease> All(UnitOfWork unit)
    {
        var found = new List<FigureRelease>();
        using var read = unit.Sqlite().Prepare("SELECT first, last, part, total, figures FROM figure_release ORDER BY last, part DESC");
        while (read.Step())
        {
            found.Add(new FigureRelease(
                read.IsNull(0) ? null : new Month((int)read.Int64(0)), new Month((int)read.Int64(1)), Enum.Parse<ReleasePart>(read.Text(2)),
                (int)read.Int64(3), JsonSerializer.Deserialize<List<ReleasedFigure>>(read.Text(4))!));
        }
        return found;
    }

    public void Add(UnitOfWork unit, FigureRelease release)
    {
        using var add = unit.Sqlite().Prepare("INSERT INTO figure_release (first, last, part, total, figures) VALUES (?1, ?2, ?3, ?4, ?5)");
        add.BindOrNull(1, release.First?.Number).Bind(2, release.Last.Number).Bind(3, release.Part.ToString())
            .Bind(4, release.Total).Bind(5, JsonSerializer.Serialize(release.Figures)).Run();
    }
}
