using System.CommandLine;
using System.Text;
using CsCheck;
using OutreachBot.Commands;
using OutreachBot.Settings;

namespace OutreachBot.Tests.Commands;

public sealed class JsonLinesTests
{
    [Fact]
    public async Task Each_line_has_its_answer_in_its_place()
    {
        var (exit, lines) = await AnswerAsync("uno\n\ndos\r\n"u8.ToArray(), Echo);
        Assert.Equal(0, exit);
        Assert.Equal(["{\"line\":\"uno\"}", "{\"line\":\"\"}", "{\"line\":\"dos\"}"], lines);
    }

    [Fact]
    public async Task A_last_line_without_an_end_is_a_line() =>
        Assert.Equal(2, (await AnswerAsync("uno\ndos"u8.ToArray(), Echo)).Lines.Length);

    [Fact]
    public async Task Only_LF_ends_a_line() =>
        Assert.Single((await AnswerAsync("uno\rdos\u0085tres\u2028cuatro\u000bcinco\n"u8.ToArray(), Echo)).Lines);

    [Fact]
    public async Task A_byte_order_mark_is_no_text() =>
        Assert.Equal(["{\"line\":\"ñ\"}"], (await AnswerAsync([0xEF, 0xBB, 0xBF, .. "ñ\n"u8], Echo)).Lines);

    [Fact]
    public async Task A_line_that_is_not_UTF8_is_an_error_in_its_place_and_the_rest_is_answered()
    {
        var (exit, lines) = await AnswerAsync([.. "uno\n"u8, 0xFF, (byte)'\n', .. "dos\n"u8], Echo);
        Assert.Equal(1, exit);
        Assert.Equal(["{\"line\":\"uno\"}", "{\"error\":\"not UTF-8\"}", "{\"line\":\"dos\"}"], lines);
    }

    [Fact]
    public async Task A_line_too_long_is_an_error_in_its_place()
    {
        var (exit, lines) = await AnswerAsync([.. new byte[(1 << 20) + 1].Select(_ => (byte)'a'), .. "\nuno\n"u8], Echo);
        Assert.Equal(1, exit);
        Assert.Equal(2, lines.Length);
        Assert.Equal("{\"line\":\"uno\"}", lines[1]);
    }

    [Theory]
    [InlineData("{\"text\":1}")]
    [InlineData("{\"text\":")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("hola")]
    public async Task A_line_that_is_not_the_object_asked_for_is_an_error_that_does_not_repeat_it(string line)
    {
        var (exit, lines) = await AnswerAsync(Encoding.UTF8.GetBytes(line + "\n"), run =>
            JsonLines.AnswerAsync<Question>(run, q => ValueTask.FromResult(LineAnswer.Of(q ?? new Question("")))));
        Assert.Equal(1, exit);
        Assert.StartsWith("{\"error\":", Assert.Single(lines), StringComparison.Ordinal);
        Assert.DoesNotContain("hola", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blank_line_is_empty_input()
    {
        var (exit, lines) = await AnswerAsync("  \n"u8.ToArray(), run =>
            JsonLines.AnswerAsync<Question>(run, q => ValueTask.FromResult(LineAnswer.Of(new { BlankLine = q is null }))));
        Assert.Equal(0, exit);
        Assert.Equal(["{\"blank_line\":true}"], lines);
    }

    [Fact]
    public async Task As_many_lines_come_out_as_go_in() =>
        await Gen.Byte.Array[0, 300].SampleAsync(async bytes =>
        {
            var ends = bytes.Count(b => b == '\n');
            var expected = bytes.Length == 0 || bytes[^1] == '\n' ? ends : ends + 1;
            Assert.Equal(expected, (await AnswerAsync(bytes, Echo)).Lines.Length);
        });

    private static Task<int> Echo(CommandRun run) =>
        JsonLines.AnswerAsync(run, line => ValueTask.FromResult(LineAnswer.Of(new { line })));

    private static async Task<(int Exit, string[] Lines)> AnswerAsync(byte[] input, Func<CommandRun, Task<int>> answer)
    {
        using var output = new MemoryStream();
        await using var terminal = new Terminal(new MemoryStream(input), output, Stream.Null, isInteractive: false);
        var exit = await answer(new CommandRun(
            new RootCommand().Parse([]), terminal, new DataDirectory("data"), new FlowsDirectory("flows"), CancellationToken.None));
        await terminal.Out.FlushAsync();
        var text = Encoding.UTF8.GetString(output.ToArray());
        return (exit, text.Length == 0 ? [] : text[..^1].Split('\n'));
    }

    private sealed record Question(string Text);
}
