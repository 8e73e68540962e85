using System.Globalization;
using System.Text;

namespace OutreachBot.Fuzz;

/// <summary>Changes inputs. The same seed makes the same changes.</summary>
internal sealed class Mutator(int seed, IReadOnlyList<byte[]> scraps)
{
    /// <summary>Bytes of the longest input made: past every bound the readers set for a message.</summary>
    public const int Longest = 96 * 1024;

    private const int MostChanges = 8;

    private static readonly byte[] Edges = [0, 1, 9, 10, 13, 32, 37, 43, 61, 127, 128, 0xBF, 0xC0, 0xED, 0xF4, 255];
    private static readonly string[] Numbers = ["0", "-1", "1", "90.0000001", "-180", "256", "65536", "2147483648", "-9223372036854775809", "1e400", "NaN", "00000000000000000001"];

    private readonly Random _random = new(seed);

    /// <param name="others">What pieces may be taken from; at least one.</param>
    public byte[] Change(byte[] input, IReadOnlyList<byte[]> others)
    {
        var bytes = new List<byte>(input);
        for (var left = 1 + _random.Next(MostChanges); left > 0; left--)
        {
            ChangeOnce(bytes, others);
            if (bytes.Count > Longest)
            {
                bytes.RemoveRange(Longest, bytes.Count - Longest);
            }
        }
        return [.. bytes];
    }

    public int Pick(int count) => _random.Next(count);

    private void ChangeOnce(List<byte> bytes, IReadOnlyList<byte[]> others)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(Length(), bytes.Count - at);
        switch (_random.Next(12))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = Edges[_random.Next(Edges.Length)];
                break;
            case 2:
                bytes.Insert(at, (byte)_random.Next(256));
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(_random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 5:
                Repeat(bytes, at, length);
                break;
            case 6:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 7:
                TakeFrom(others[_random.Next(others.Count)], bytes, at);
                break;
            case 8:
                ChangeNumber(bytes, at);
                break;
            case 9:
                SwapLines(bytes);
                break;
            default:
                Put(bytes, at, length);
                break;
        }
    }

    // Short pieces mostly: where a format breaks, it breaks at its seams.
    private int Length() => _random.Next(4) == 0 ? 1 + _random.Next(400) : 1 + _random.Next(12);

    private void Put(List<byte> bytes, int at, int length)
    {
        if (_random.Next(2) == 0)
        {
            bytes.RemoveRange(at, length);
        }
        bytes.InsertRange(at, scraps[_random.Next(scraps.Count)]);
    }

    private void Repeat(List<byte> bytes, int at, int length)
    {
        var piece = bytes.GetRange(at, length);
        var times = _random.Next(20) == 0 ? _random.Next(20_000) : _random.Next(40);
        for (var i = 0; i < times && bytes.Count < Longest; i++)
        {
            bytes.InsertRange(at, piece);
        }
    }

    private void TakeFrom(byte[] other, List<byte> bytes, int at)
    {
        var from = _random.Next(other.Length + 1);
        var piece = other.AsSpan(from, _random.Next(other.Length - from + 1)).ToArray();
        if (_random.Next(2) == 0)
        {
            bytes.RemoveRange(at, Math.Min(piece.Length, bytes.Count - at));
        }
        bytes.InsertRange(at, piece);
    }

    private void ChangeNumber(List<byte> bytes, int at)
    {
        var from = bytes.FindIndex(at, b => char.IsAsciiDigit((char)b));
        if (from < 0)
        {
            return;
        }
        var end = bytes.FindIndex(from, b => !char.IsAsciiDigit((char)b));
        bytes.RemoveRange(from, (end < 0 ? bytes.Count : end) - from);
        var number = _random.Next(4) == 0 ? _random.Next().ToString(CultureInfo.InvariantCulture) : Numbers[_random.Next(Numbers.Length)];
        bytes.InsertRange(from, Encoding.ASCII.GetBytes(number));
    }

    private void SwapLines(List<byte> bytes)
    {
        var lines = Encoding.Latin1.GetString([.. bytes]).Split('\n');
        var (one, other) = (_random.Next(lines.Length), _random.Next(lines.Length));
        (lines[one], lines[other]) = (lines[other], lines[one]);
        bytes.Clear();
        bytes.AddRange(Encoding.Latin1.GetBytes(string.Join('\n', lines)));
    }
}
