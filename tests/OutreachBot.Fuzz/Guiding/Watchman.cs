using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;

namespace OutreachBot.Fuzz.Guiding;

/// <summary>Keeps the input that is being read in a file, so that it outlives a process that dies of it, and ends one that hangs.</summary>
/// <remarks>A stack overflow or an endless loop can't be caught from within.</remarks>
internal sealed class Watchman : IWatch, IDisposable
{
    public const int HungExitCode = 3;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly ITimer _timer;
    private readonly TimeSpan _patience;
    private readonly string _path;
    private long _number;
    private (long Number, TimeSpan Cpu) _seen;

    /// <param name="path">Four bytes of length, little-endian, then the input.</param>
    public Watchman(string path, TimeSpan patience)
    {
        _path = path;
        _patience = patience;
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, null, sizeof(int) + Mutator.Longest);
        _view = _file.CreateViewAccessor();
        _timer = TimeProvider.System.CreateTimer(_ => Look(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    public void Begins(byte[] input)
    {
        _view.Write(0, input.Length);
        _view.WriteArray(sizeof(int), input, 0, Math.Min(input.Length, Mutator.Longest));
        Interlocked.Increment(ref _number);
    }

    public void Ended() => Interlocked.Increment(ref _number);

    /// <summary>The input a process that died was reading.</summary>
    public static byte[] Left(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return bytes.AsSpan(sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(bytes)).ToArray();
    }

    public void Dispose()
    {
        _timer.Dispose();
        _view.Dispose();
        _file.Dispose();
    }

    private void Look()
    {
        var (number, cpu) = (Interlocked.Read(ref _number), Environment.CpuUsage.TotalTime);
        if (number != _seen.Number || number % 2 == 0)
        {
            _seen = (number, cpu);
        }
        else if (cpu - _seen.Cpu > _patience)
        {
            Console.Error.WriteLine($"An input hangs: {_path} holds it.");
            Environment.Exit(HungExitCode);
        }
    }
}
