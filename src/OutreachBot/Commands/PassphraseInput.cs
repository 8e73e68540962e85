using System.CommandLine;
using System.Text;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Starting;

namespace OutreachBot.Commands;

/// <summary>Asks for a passphrase at the terminal, or reads it from a file. Never an argument: other users see those.</summary>
internal static class PassphraseInput
{
    public const string FileOption = "--passphrase-file";
    private const string SecretKey = "AGE-SECRET-KEY-1";

    /// <summary>A new one each time: an option belongs to one command.</summary>
    public static Option<string?> Option() => new(FileOption)
    {
        Description = "Read the passphrase from a file (its first line), or a recovery sheet.",
        HelpName = "F",
    };

    /// <param name="file">Null: it is asked.</param>
    /// <param name="confirm">Asks twice: it is a new one.</param>
    /// <exception cref="StartRefusedException">There is none to be had.</exception>
    public static Task<Passphrase> TakeAsync(CommandRun run, string? file, bool confirm) =>
        confirm ? TakeNewAsync(run, file) : TakeAsync(run, file, "Passphrase: ");

    /// <summary>A new one: asked twice.</summary>
    /// <param name="file">Null: it is asked.</param>
    /// <param name="option">Names the file.</param>
    /// <exception cref="StartRefusedException">There is none to be had.</exception>
    public static async Task<Passphrase> TakeNewAsync(CommandRun run, string? file, string option = FileOption)
    {
        var passphrase = await TakeAsync(run, file, "New passphrase: ", option);
        if (file is null && Passphrase.TryFrom(await AskAsync(run, "The same again: "))?.Reveal() != passphrase.Reveal())
        {
            throw new StartRefusedException("The two are not the same. Nothing was done; start again.");
        }
        return passphrase;
    }

    /// <param name="file">Null: it is asked.</param>
    /// <param name="prompt">Whose it is, where there are several.</param>
    /// <param name="option">Names the file.</param>
    /// <exception cref="StartRefusedException">There is none to be had.</exception>
    public static async Task<Passphrase> TakeAsync(CommandRun run, string? file, string prompt, string option = FileOption)
    {
        if (file is not null)
        {
            return await ReadAsync(file, run.Cancellation);
        }
        if (!run.Terminal.IsInteractive)
        {
            throw new StartRefusedException($"The passphrase is asked at a terminal, and there is none. Name a file that holds it with {option} F.");
        }
        return Passphrase.TryFrom(await AskAsync(run, prompt)) ?? throw Empty("What you typed");
    }

    private static async Task<Passphrase> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            var lines = (await File.ReadAllTextAsync(file, cancellationToken)).Split('\n');
            var line = lines.FirstOrDefault(l => l.StartsWith(SecretKey, StringComparison.Ordinal)) ?? lines[0];
            return Passphrase.TryFrom(line) ?? throw Empty(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StartRefusedException($"{file}: there is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{file} can't be read ({e.Message}).");
        }
    }

    private static async Task<string> AskAsync(CommandRun run, string prompt)
    {
        await run.Terminal.Error.WriteAsync(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key is ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }
        await run.Terminal.Error.WriteLineAsync();
        return typed.ToString();
    }

    private static StartRefusedException Empty(string where) => new($"{where} holds no passphrase: its first line is empty, or is no text.");
}
