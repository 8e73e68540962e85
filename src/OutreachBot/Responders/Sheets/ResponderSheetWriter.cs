using System.Text;

namespace OutreachBot.Responders.Sheets;

/// <summary>Writes people as a sheet that an import takes in without changing anything.</summary>
internal static class ResponderSheetWriter
{
    /// <returns>UTF-8 with LF. A further column is there only if it says something of somebody.</returns>
    public static byte[] Write(IReadOnlyList<Responder> people)
    {
        var further = FurtherColumns.All.Where(c => people.Any(p => Says(p, c))).ToList();
        var text = new StringBuilder().AppendJoin(',', ResponderSheet.Columns.Concat(further)).Append('\n');
        foreach (var person in people)
        {
            text.AppendJoin(',', CellsOf(person).Concat(further.Select(c => FurtherColumns.CellOf(person, c))).Select(SheetCell.Write)).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // Who is vouched for needs a word only beside somebody who isn't.
    private static bool Says(Responder person, string column) =>
        column == FurtherColumns.TrainedOn ? person.Training != Training.Vouched : FurtherColumns.CellOf(person, column).Length > 0;

    private static IEnumerable<string> CellsOf(Responder person) =>
    [
        person.Name,
        person.Address.Value,
        person.Role.ToString().ToLowerInvariant(),
        person.Country,
        string.Join(';', person.Areas.Select(a => a == person.Country ? AreaCell.National : a)),
        string.Join(';', person.Languages),
        person.Competences.Count == 0 ? ResponderLineReader.AllKinds : string.Join(';', person.Competences),
        person.Institution,
        person.OnDuty ? "yes" : "no",
    ];
}
