using OutreachBot.Flows.Languages;

namespace OutreachBot.Flows.Running;

/// <summary>Knows which prompts there is a sound of; the engine asks and opens no file.</summary>
public interface ISounds
{
    /// <param name="prompt"><c>flow.prompt</c>, or <c>shared.prompt</c> for the engine's own.</param>
    /// <returns>The sound's name, for whoever sends it; null where there is none.</returns>
    string? Find(LanguageTag language, string prompt);
}

/// <summary>No prompt has a sound.</summary>
public sealed class NoSounds : ISounds
{
    public static readonly NoSounds Instance = new();

    private NoSounds()
    {
    }

    public string? Find(LanguageTag language, string prompt) => null;
}
