using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace OutreachBot.Fuzz.Guiding;

/// <summary>The map that instrumented code counts its branches in.</summary>
/// <remarks>One a process: the instrumented code writes to one address. Never freed, for that code runs until the end.</remarks>
internal sealed unsafe class BranchMap : ICoverage
{
    private const int Size = 1 << 16;

    private readonly byte* _counts;
    private readonly byte[] _known = new byte[Size];

    private BranchMap(byte* counts) => _counts = counts;

    public int Seen => _known.Count(k => k != 0);

    /// <summary>Makes the map; instrumented code must not run before.</summary>
    public static BranchMap Install()
    {
        var counts = (byte*)NativeMemory.AllocZeroed(Size);
        Trace.SharedMem = counts;
        return new BranchMap(counts);
    }

    public void Begin()
    {
        new Span<byte>(_counts, Size).Clear();
        Trace.PrevLocation = 0;
    }

    public bool End()
    {
        var isNew = false;
        var words = (ulong*)_counts;
        for (var word = 0; word < Size / sizeof(ulong); word++)
        {
            if (words[word] == 0)
            {
                continue;
            }
            for (var i = word * sizeof(ulong); i < (word + 1) * sizeof(ulong); i++)
            {
                // Once, twice, up to 3, 7, 15 … times: a loop's exact count is no news.
                var bucket = (byte)(_counts[i] == 0 ? 0 : 1 << BitOperations.Log2(_counts[i]));
                isNew |= (bucket & ~_known[i]) != 0;
                _known[i] |= bucket;
            }
        }
        return isNew;
    }
}
