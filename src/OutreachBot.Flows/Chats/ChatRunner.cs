using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Chats;

/// <summary>Plays transcripts against the engine, with a host that does what the transcript says.</summary>
public static class ChatRunner
{
    /// <summary>Plays one transcript in all its languages and channels.</summary>
    public static ChatResult Run(FlowBook book, ChatFile file)
    {
        var runs = new List<ChatRun>();
        if (file.Diagnostics.Count == 0)
        {
            foreach (var language in file.Settings.Languages)
            {
                runs.AddRange(file.Settings.Channels.Select(channel => new ChatPlayer(book, file.Settings, language, channel).Play(file.Turns)));
            }
        }
        return new ChatResult(file, runs);
    }
}

/// <summary>What was seen in one language on one channel.</summary>
public sealed record ChatRun(LanguageTag Language, ChannelKind Channel, IReadOnlyList<SeenTurn> Turns);

/// <param name="Outputs">What was said and what the host was asked to do, in order.</param>
public sealed record SeenTurn(ChatTurn Turn, IReadOnlyList<SeenOutput> Outputs, IReadOnlyList<TurnEvent> Events)
{
    public IEnumerable<Say> Says => Outputs.OfType<SeenSay>().Select(s => s.Say);

    public IEnumerable<SeenEffect> Effects => Outputs.OfType<SeenEffect>();
}

public abstract record SeenOutput;

public sealed record SeenSay(Say Say) : SeenOutput;

/// <param name="Outcome">What the host gave back.</param>
/// <param name="Scripted">The line of the transcript that said so; null: there was none.</param>
public sealed record SeenEffect(EffectCall Call, string Outcome, ExpectedEffect? Scripted) : SeenOutput;
