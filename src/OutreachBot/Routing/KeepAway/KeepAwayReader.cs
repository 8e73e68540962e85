using OutreachBot.Responders;
using OutreachBot.Transactions;

namespace OutreachBot.Routing.KeepAway;

/// <summary>Reads the words against who is on file at this moment.</summary>
internal sealed class KeepAwayReader(IResponders responders, KeepAwayWords reader) : IKeepAwayReader
{
    public KeptAway Read(UnitOfWork unit, string? municipality, string? choice, string? words)
    {
        var all = responders.All(unit);
        var chosen = reader.Read(all, municipality, choice);
        var named = reader.Read(all, municipality, words);

        // "Somebody else", and then no name: there is a person, and it may be anybody.
        var unnamed = choice == "other" && string.IsNullOrWhiteSpace(words);
        return new KeptAway(
            chosen.Responders.Union(named.Responders).ToHashSet(), chosen.NamesNobodyOnFile || named.NamesNobodyOnFile || unnamed)
        {
            Marks = chosen.Marks.With(named.Marks),
        };
    }
}
