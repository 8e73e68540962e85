using System.Text.Json.Nodes;
using OutreachBot.Media.Stripping;
using OutreachBot.Privacy;
using OutreachBot.Starting;
using OutreachBot.Tips;

namespace OutreachBot.Commands;

/// <summary>Where <c>tips open --media</c> puts voice messages and pictures: files that nobody but their owner may read.</summary>
/// <param name="directory">As the user wrote it; null: they are named and not written.</param>
internal sealed class MediaFolder(string? directory)
{
    /// <summary>Whether they are to be written.</summary>
    public bool IsWanted => directory is not null;

    /// <returns>What is said of it: its handle, how it stands, and the file it was written to.</returns>
    /// <exception cref="StartRefusedException">It can't be written there.</exception>
    public async Task<JsonObject> WriteAsync(CommandRun run, TipMedium medium, Func<Task<byte[]?>> open)
    {
        var said = new JsonObject { ["handle"] = medium.Handle, ["state"] = medium.State.ToString().ToLowerInvariant() };
        if (directory is null || medium.State != TipMediumState.Sealed)
        {
            return said;
        }
        if (await open() is not { } bytes)
        {
            said["state"] = "not_for_you";
            return said;
        }
        var file = medium.Handle[(medium.Handle.IndexOf(':', StringComparison.Ordinal) + 1)..] + Stripper.TypeOf(bytes).Ending();
        var path = Path.GetFullPath(Path.Combine(directory, file));
        try
        {
            OwnerOnly.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var to = OwnerOnly.CreateFile(path);
            await to.WriteAsync(bytes, run.Cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(File.Exists(path)
                ? $"{path} is there already. Name another directory with --media."
                : $"{directory} can't be written to. Name another directory with --media.");
        }
        said["file"] = file;
        return said;
    }
}
