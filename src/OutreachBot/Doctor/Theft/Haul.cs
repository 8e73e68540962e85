namespace OutreachBot.Doctor.Theft;

/// <summary>What a thief carried off, in numbers of things; never the things.</summary>
internal sealed class Haul
{
    private readonly SortedDictionary<string, long> _clear = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _opened = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings = [];

    /// <summary>Reads without any key what is meant to lie open.</summary>
    public IReadOnlyDictionary<string, long> Clear => _clear;

    /// <summary>What the server key opens besides, by kind.</summary>
    public IReadOnlyDictionary<string, long> Opened => _opened;

    /// <summary>What must not be.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Something of a story, or a number, can be read by whoever has the files alone.</summary>
    public bool LiesOpen { get; private set; }

    /// <summary>A story can be read by whoever has the server key too.</summary>
    public bool OpensWithKey { get; private set; }

    public void CountClear(string kind, long count) => Add(_clear, kind, count);

    public void CountOpened(string kind) => Add(_opened, kind, 1);

    public void ReadWithoutKey(string what, string mend)
    {
        LiesOpen = true;
        _findings.Add(Finding.Fault(what, mend));
    }

    public void ReadWithKey(string what, string mend)
    {
        OpensWithKey = true;
        _findings.Add(Finding.Fault(what, mend));
    }

    public void Note(string what, string mend) => _findings.Add(Finding.Note(what, mend));

    private static void Add(SortedDictionary<string, long> counts, string kind, long count)
    {
        if (count > 0)
        {
            counts[kind] = counts.GetValueOrDefault(kind) + count;
        }
    }
}
