using System.Security.Cryptography;

namespace OutreachBot.Audit;

/// <summary>Walks a chain line by line and collects what is wrong with it.</summary>
/// <param name="heads">Heads that were kept; the chain has to contain each.</param>
internal sealed class AuditWalk(IEnumerable<AuditHead> heads)
{
    /// <summary>Told one by one; further ones are counted. One line taken out shifts all after it.</summary>
    private const int MostTold = 20;

    private readonly List<(AuditFault Fault, AuditLine? Line)> _faults = [];
    private readonly Dictionary<long, List<AuditHead>> _heads = heads.GroupBy(h => h.Number).ToDictionary(g => g.Key, g => g.ToList());
    private int _count;
    private AuditLine? _last;
    private byte[] _expected = AuditHash.Beginning;
    private bool _follows = true;

    /// <summary>The number of the last line seen.</summary>
    public long At { get; private set; } = long.MinValue;

    public void Take(AuditLine line)
    {
        At = line.Number;
        if (line.Number < 1)
        {
            Add(new AuditFault(AuditFaultKind.Foreign, line.Number));
            return;
        }
        Count(line);
        var isChanged = !Same(AuditHash.Of(line), line.Hash);
        if (isChanged)
        {
            Add(new AuditFault(AuditFaultKind.Changed, line.Number), line);
        }
        else if (_follows && !Same(line.Previous, _expected))
        {
            Add(new AuditFault(AuditFaultKind.Rewritten, Math.Max(1, line.Number - 1)));
        }
        // A line that was moved here has the hash of another: what comes after it can't follow it.
        _follows = !isChanged;
        _expected = line.Hash;
        _last = line;
        Compare(line.Number, Convert.ToHexStringLower(line.Hash));
    }

    public AuditReport Finish()
    {
        var end = _last?.Number ?? 0;
        Compare(0, AuditHead.None.Hash);
        if (_heads.Keys.Where(n => n > end).DefaultIfEmpty().Max() is var furthest && furthest > end)
        {
            Add(new AuditFault(AuditFaultKind.CutOff, end + 1, furthest));
        }
        return new AuditReport(AuditHead.Of(_last), [.. _faults.Select(f => f.Line is { } line ? WhereFrom(line, end) ?? f.Fault : f.Fault)], _count);
    }

    private void Count(AuditLine line)
    {
        var next = (_last?.Number ?? 0) + 1;
        if (line.Number > next)
        {
            Add(new AuditFault(AuditFaultKind.Missing, next, line.Number - 1));
            _follows = false;
        }
    }

    private void Compare(long number, string hash)
    {
        if (_heads.TryGetValue(number, out var kept) && kept.Exists(h => h.Hash != hash))
        {
            Add(new AuditFault(AuditFaultKind.OtherChain, number));
        }
    }

    private void Add(AuditFault fault, AuditLine? line = null)
    {
        _count++;
        if (_faults.Count < MostTold)
        {
            _faults.Add((fault, line));
        }
    }

    // A line's hash is over its number too: whole under another number, it is that one.
    private static AuditFault? WhereFrom(AuditLine line, long end)
    {
        for (var number = 1L; number <= end + 1; number++)
        {
            if (Same(AuditHash.Of(line with { Number = number }), line.Hash))
            {
                return new AuditFault(AuditFaultKind.Moved, line.Number, number);
            }
        }
        return null;
    }

    private static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}
