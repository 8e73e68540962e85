using System.Collections.Frozen;

namespace OutreachBot.Places;

/// <summary>The municipalities, by id and by area.</summary>
internal sealed class MunicipalityTable
{
    private readonly FrozenDictionary<string, Municipality> _byId;

    public MunicipalityTable(IReadOnlyList<Municipality> all)
    {
        All = all;
        _byId = all.ToFrozenDictionary(m => m.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<Municipality> All { get; }

    public Municipality? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The seat of a department.</summary>
    public Municipality SeatOf(string department) => _byId[department.StartsWith("BO", StringComparison.Ordinal) ? $"{department}0101" : $"{department}01"];
}
