using OutreachBot.Flows.Chats;
using OutreachBot.Flows.Checks;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Costing;

/// <summary>Counts what the flows say, flow × language × channel. Drafts count as if they were approved.</summary>
public static class CostReport
{
    /// <summary>How the engine's own prompts are called beside the flows.</summary>
    public const string SharedName = "shared";

    private static readonly ChannelKind[] Channels = Enum.GetValues<ChannelKind>();

    /// <summary>Said within other prompts, never for themselves.</summary>
    private static readonly string[] Parts = [SharedPrompts.YesNo, SharedPrompts.LanguageName, SharedPrompts.DraftMark];

    /// <summary>Each prompt once, by flow, language and channel.</summary>
    /// <param name="only">This flow alone, or <see cref="SharedName"/>; null: all.</param>
    public static IReadOnlyList<FlowCost> Prompts(FlowBook book, string? only = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        var costs = new List<FlowCost>();
        foreach (var flow in new CheckedBook(book).Flows.Where(f => only is null || f.Name == only))
        {
            var uses = PromptUse.SaidIn(flow).GroupBy(u => u.Prompt, u => u.Ask, StringComparer.Ordinal);
            var said = uses.Select(u => new Said(flow.WordingsOf(u.Key).Pick(ReviewStatus.Draft), [.. u])).ToList();
            costs.AddRange(Channels.Select(c => Count(book, flow.Name, flow.Language, c, said)));
        }
        foreach (var language in book.SharedPrompts.Keys.OrderBy(l => l.ToString(), StringComparer.Ordinal).Where(_ => only is null or SharedName))
        {
            var names = SharedPrompts.All.Except(Parts, StringComparer.Ordinal);
            var said = names.Select(n => new Said(book.Shared(n, language).Pick(ReviewStatus.Draft), [null])).ToList();
            costs.AddRange(Channels.Select(c => Count(book, SharedName, language, c, said)));
        }
        return costs;
    }

    /// <summary>Whole conversations, in all languages and channels of their transcripts.</summary>
    /// <param name="chats">Transcripts that can be read; those whose name doesn't begin with <c>core</c> are passed over.</param>
    public static IReadOnlyList<WayCost> Ways(FlowBook book, IEnumerable<ChatFile> chats)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(chats);
        return [.. chats.Where(IsCore).SelectMany(file => ChatRunner.Run(book, file).Runs.Select(run => Count(file, run)))];
    }

    /// <summary>Whether a transcript shows what a whole conversation costs.</summary>
    public static bool IsCore(ChatFile chat)
    {
        ArgumentNullException.ThrowIfNull(chat);
        return Path.GetFileName(chat.Path).StartsWith("core", StringComparison.Ordinal);
    }

    private static WayCost Count(ChatFile file, ChatRun run) => new(
        file.Path.Split('/')[1],
        file.Path,
        run.Language,
        run.Channel,
        run.Turns.Sum(t => t.Turn.Stimulus is Sends sends ? sends.Times : 0),
        Bill.Sum(run.Turns.SelectMany(t => t.Says).Select(s => Bill.Of(s.Text, run.Channel))));

    private static FlowCost Count(FlowBook book, string flow, LanguageTag language, ChannelKind channel, IReadOnlyList<Said> said)
    {
        var worded = said.Where(s => s.Wording is not null).ToList();
        return new FlowCost(
            flow,
            language,
            channel,
            worded.Count,
            worded.Count(s => s.Wording!.Language == language),
            Bill.Sum(worded.Select(s => s.Typical(book, channel))),
            Bill.Sum(worded.Select(s => s.Longest(book, channel))));
    }

    /// <summary>A prompt in words, and the questions it asks in the states that say it; null: it is only said there.</summary>
    private readonly record struct Said(Wording? Wording, IReadOnlyList<AskStep?> Asks)
    {
        public Bill Typical(FlowBook book, ChannelKind channel)
        {
            var wording = Wording!;
            return Dearest(ask =>
            {
                var values = new TypicalValues(book, wording, ask, channel);
                return Bill.Of(wording.For(channel).Fill(channel, ref values), channel);
            });
        }

        public Bill Longest(FlowBook book, ChannelKind channel)
        {
            var wording = Wording!;
            return Dearest(ask =>
            {
                var values = new LongValues(book, wording, ask);
                return Bill.Of(wording.For(channel).Fill(channel, ref values), channel);
            });
        }

        private Bill Dearest(Func<AskStep?, Bill> cost) => Asks.Select(cost).Aggregate(Bill.Most);
    }
}
