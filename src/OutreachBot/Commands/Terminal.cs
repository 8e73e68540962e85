using System.Text;

namespace OutreachBot.Commands;

/// <summary>Where a command reads and writes: data on <see cref="Out"/>, words for people on <see cref="Error"/>.</summary>
/// <remarks>UTF-8 both ways whatever the locale, and LF whatever the platform.</remarks>
internal sealed class Terminal : IAsyncDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="isInteractive">Whether a person sits at the input: then it may be asked.</param>
    public Terminal(Stream input, Stream output, Stream error, bool isInteractive)
    {
        In = input;
        Out = new StreamWriter(output, Utf8) { NewLine = "\n" };
        Error = new StreamWriter(error, Utf8) { NewLine = "\n", AutoFlush = true };
        IsInteractive = isInteractive;
    }

    public Stream In { get; }

    /// <summary>Buffered; flushed when the command ends and before input is waited for.</summary>
    public StreamWriter Out { get; }

    public StreamWriter Error { get; }

    public bool IsInteractive { get; }

    public static Terminal OfProcess() => new(
        Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.OpenStandardError(), !Console.IsInputRedirected);

    public async ValueTask DisposeAsync()
    {
        await Out.DisposeAsync();
        await Error.DisposeAsync();
    }
}
