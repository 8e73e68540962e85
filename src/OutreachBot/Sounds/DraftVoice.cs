using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Sounds;

/// <summary>A program that is needed and isn't there, or that failed; the message says how to mend it.</summary>
internal sealed class VoiceUnavailableException(string message) : Exception(message);

/// <summary>Has words spoken by espeak-ng and packed by opusenc, as Ogg Opus, one channel: what WhatsApp plays.</summary>
/// <remarks>
/// Two programs of the system do it, for a synthesiser has to be installed anyhow. Each sound begins with the Spanish word
/// for a draft and says so in its tags: nobody shall take a machine's Quechua for a speaker's.
/// </remarks>
internal sealed class DraftVoice : IAsyncDisposable
{
    /// <summary>Words a minute: slow, for a bad loudspeaker.</summary>
    private const string Pace = "135";

    private readonly string _folder = Directory.CreateTempSubdirectory("outreach-voice-").FullName;
    private byte[]? _leadIn;

    /// <summary>espeak-ng's voice for a language; null where it has none.</summary>
    public static string? VoiceOf(LanguageTag language) => language.ToString() switch
    {
        "es" => "es-419",
        "qu" => "qu",
        "quc" => "quc",
        _ => null,
    };

    /// <exception cref="VoiceUnavailableException">A program is missing or failed.</exception>
    public async Task SpeakAsync(LanguageTag language, string words, string path, CancellationToken cancellationToken)
    {
        _leadIn ??= await SamplesAsync("es-419", "borrador.", cancellationToken);
        var wave = Path.Combine(_folder, "draft.wav");
        var spoken = await SamplesAsync(VoiceOf(language)!, words, cancellationToken);
        await File.WriteAllBytesAsync(wave, Wave([.. _leadIn, .. spoken]), cancellationToken);
        var made = Path.Combine(_folder, "draft.ogg");
        await RunAsync("opusenc", "opus-tools", "", cancellationToken,
            "--quiet", "--bitrate", "16", "--speech", "--downmix-mono", "--title", "borrador", "--comment", "DESCRIPTION=draft: spoken by a machine", wave, made);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(made, path, overwrite: true);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    // The words go in by the input: they could not be taken for an option.
    private async Task<byte[]> SamplesAsync(string voice, string words, CancellationToken cancellationToken)
    {
        var wave = Path.Combine(_folder, "words.wav");
        await RunAsync("espeak-ng", "espeak-ng", words, cancellationToken, "-v", voice, "-s", Pace, "-b", "1", "--stdin", "-w", wave);
        var bytes = await File.ReadAllBytesAsync(wave, cancellationToken);
        return bytes.Length > WaveHeader ? bytes[WaveHeader..] : throw new VoiceUnavailableException($"espeak-ng has no voice '{voice}'. Install its data (package espeak-ng-data).");
    }

    private static async Task RunAsync(string program, string package, string input, CancellationToken cancellationToken, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false) };
        try
        {
            using var process = Process.Start(start)!;
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            var told = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                throw new VoiceUnavailableException($"{program} failed: {told.Trim().Split('\n')[0]}");
            }
        }
        catch (Win32Exception)
        {
            throw new VoiceUnavailableException($"{program} is not installed. Install the package {package} (apt install {package}).");
        }
    }

    private const int WaveHeader = 44;

    // RIFF/WAVE, PCM, 22,050 samples of 16 bits a second, one channel: what espeak-ng writes.
    private static byte[] Wave(byte[] samples)
    {
        const int Rate = 22_050;
        var wave = new byte[WaveHeader + samples.Length];
        "RIFF"u8.CopyTo(wave);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(4), wave.Length - 8);
        "WAVEfmt "u8.CopyTo(wave.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(28), Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(34), 16);
        "data"u8.CopyTo(wave.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(40), samples.Length);
        samples.CopyTo(wave, WaveHeader);
        return wave;
    }
}
