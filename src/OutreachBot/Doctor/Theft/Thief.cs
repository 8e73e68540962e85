using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;

namespace OutreachBot.Doctor.Theft;

/// <summary>Plays the thief of this installation: what its files tell whoever carries them off, without the server key and with it.</summary>
/// <remarks>Never keeps or shows what it finds; it counts.</remarks>
internal sealed class Thief(Loot loot, IStolenStore store, ServerKey? key)
{
    private readonly Haul _haul = new();
    private readonly KnownWords _known = new();
    private readonly List<AgeIdentity> _provisional = [];

    public Haul Steal()
    {
        var tables = store.Tables();
        using var vault = key is null ? null : new Vault(() => key);
        foreach (var table in tables)
        {
            new TableTheft(_haul, _known, vault, _provisional).Take(table, store.Rows(table));
        }
        OpenSeals(tables);
        new FileTheft(_haul, _known.ToSearch(), key, store.Shapes()).Take(loot);
        foreach (var identity in _provisional)
        {
            identity.Dispose();
        }
        return _haul;
    }

    private void OpenSeals(IReadOnlyList<string> tables)
    {
        if (_provisional.Count == 0)
        {
            return;
        }
        var opened = !tables.Contains(TableTheft.Seals)
            ? 0
            : store.Rows(TableTheft.Seals).Count(row => _provisional.Exists(k => AgeFile.Open(row.Bytes("seal"), k).Plain is not null));
        _haul.ReadWithKey(
            $"With the server key the provisional key opens {opened} sealed parts of stories, and those to come.",
            "Make keys of your own, which destroys it: keys new");
    }
}
