using OutreachBot.Flows.Chats;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Chats;

/// <summary>The transcripts that ship: each is a test of its own, named by its path.</summary>
public sealed class ShippedChatsTests
{
    /// <summary>Where nothing said by a transcript leads: the host alone enters there, or the rate of the line decides.</summary>
    private const double LeastArrows = 0.85;

    private static readonly FlowBook Book = FlowBookLoader.Load(Repository.Flows).Book ?? throw new InvalidOperationException("The flows don't load.");

    private static readonly Dictionary<string, ChatFile> Files = ChatFile.LoadAll(Repository.Flows).ToDictionary(f => f.Path, StringComparer.Ordinal);

    public static TheoryData<string> Paths => new(Files.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_line_answers_as_the_transcript_says(string path) =>
        Assert.Equal("", ChatRunner.Run(Book, Files[path]).Difference());

    [Fact]
    public void Every_flow_has_a_happy_path_a_wrong_answer_and_a_danger_in_each_language_it_ships()
    {
        var missing = new List<string>();
        foreach (var flow in Book.Flows.Values)
        {
            foreach (var language in flow.Layers.Keys)
            {
                var files = Files.Values.Where(f => f.Path.StartsWith($"flows/{flow.Name}/", StringComparison.Ordinal) && Speaks(f, language)).ToList();
                missing.AddRange(new[] { "danger", "wrong_answer" }.Where(n => !files.Exists(f => Path.GetFileName(f.Path).StartsWith(n, StringComparison.Ordinal)))
                    .Select(n => $"{flow.Name} {language}: {n}"));
                if (files.Count < 3)
                {
                    missing.Add($"{flow.Name} {language}: only {files.Count} transcripts");
                }
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void The_transcripts_go_through_every_state_and_most_arrows()
    {
        var coverage = new ChatCoverage(Book);
        foreach (var file in Files.Values)
        {
            coverage.Add(ChatRunner.Run(Book, file));
        }

        Assert.All(coverage.Flows(), flow =>
        {
            Assert.Empty(flow.StatesMissed);
            Assert.True(flow.Arrows - flow.ArrowsMissed.Count >= LeastArrows * flow.Arrows, $"{flow}; missed: {string.Join("; ", flow.ArrowsMissed)}");
        });
    }

    [Fact]
    public void From_the_first_word_to_the_receipt_takes_eight_messages_at_most()
    {
        var counts = Files.Values
            .Where(f => f.Path.StartsWith("flows/report/chats/es/", StringComparison.Ordinal))
            .Select(f => ChatRunner.Run(Book, f).Runs[0])
            .Select(MessagesToTheReceipt)
            .OfType<int>()
            .Order()
            .ToList();

        Assert.True(counts.Count >= 8, "Too few transcripts come to a receipt.");
        Assert.InRange(counts[counts.Count / 2], 1, 8);
    }

    private static int? MessagesToTheReceipt(ChatRun run)
    {
        var messages = 0;
        foreach (var turn in run.Turns)
        {
            messages += turn.Turn.Stimulus is Sends ? 1 : 0;
            if (turn.Effects.Any(e => e.Call.Name == "submit_tip" && turn.Turn.Stimulus is Sends))
            {
                return messages;
            }
        }
        return null;
    }

    private static bool Speaks(ChatFile file, LanguageTag language) =>
        file.Path.Contains($"/chats/{language}/", StringComparison.Ordinal) || file.Settings.Languages.Contains(language);
}
