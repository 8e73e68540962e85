using OutreachBot.Flows.Chats;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Tests.Support;

namespace OutreachBot.Flows.Tests.Chats;

public sealed class ChatResultTests
{
    private static readonly FlowBook Book = FlowBookLoader.Load(Repository.Flows).Book ?? throw new InvalidOperationException("The flows don't load.");

    [Fact]
    public void A_wrong_answer_is_shown_with_what_was_seen()
    {
        var difference = Run("> hola\n< something else").Difference();

        Assert.Contains("x.chat:1 (es, sms)", difference, StringComparison.Ordinal);
        Assert.Contains("- < something else", difference, StringComparison.Ordinal);
        Assert.Contains("+ < Hola.", difference, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> hola\n< *\n> salir\n< *\n< *")]
    [InlineData("> hola\n< *\n! submit_tip")]
    [InlineData("> hola")]
    public void An_answer_too_few_or_too_many_is_a_difference(string text) => Assert.False(Run(text).Passed);

    [Fact]
    public void An_argument_that_was_not_given_is_a_difference()
    {
        Assert.True(Run("> peligro\n< *\n> 1\n! raise_alert told with where=-\n< *").Passed);
        Assert.False(Run("> peligro\n< *\n> 1\n! raise_alert told with where=BO-020101\n< *").Passed);
    }

    [Fact]
    public void What_was_seen_can_be_accepted_and_then_agrees()
    {
        var accepted = Run("# why\n> peligro\n< wrong\n\n> 1\n! raise_alert not_told").Accepted();

        Assert.NotNull(accepted);
        Assert.StartsWith("# why\n> peligro\n< Si puede", accepted, StringComparison.Ordinal);
        Assert.Contains("! raise_alert not_told", accepted, StringComparison.Ordinal);
        Assert.True(Run(accepted).Passed);
    }

    [Fact]
    public void A_pattern_that_holds_is_left_as_it_is_written()
    {
        var accepted = Run("> hola\n< Hola.*\n> salir").Accepted();

        Assert.StartsWith("> hola\n< Hola.*\n> salir\n< ", accepted, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_for_several_languages_names_prompts()
    {
        var accepted = Run("@ in es qu on sms whatsapp\n> hola").Accepted();

        Assert.EndsWith("> hola\n< :welcome.hello_free", accepted, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_can_not_be_read_is_not_run_and_does_not_pass()
    {
        var result = Run("> hola\n! no_such");

        Assert.False(result.Passed);
        Assert.Empty(result.Runs);
        Assert.Contains("no_such", result.Difference(), StringComparison.Ordinal);
        Assert.Null(result.Accepted());
    }

    [Fact]
    public void Coverage_names_what_nobody_went_through()
    {
        var coverage = new ChatCoverage(Book);
        coverage.Add(Run("> hola\n< *"));

        var welcome = coverage.Flows().Single(f => f.Flow == "welcome");
        Assert.DoesNotContain("hello_free", welcome.StatesMissed);
        Assert.Contains("again", welcome.StatesMissed);
        Assert.Contains("hello_free --option:tell-->", welcome.ArrowsMissed);
    }

    private static ChatResult Run(string text) => ChatRunner.Run(Book, ChatFile.Parse("x.chat", text));
}
