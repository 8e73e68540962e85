using System.Text.Encodings.Web;
using System.Text.Json;

namespace OutreachBot.Commands;

/// <summary>What comes out for one line that went in.</summary>
/// <param name="Value">Written as one JSON object; member names in snake_case.</param>
/// <param name="Error">Set instead when the line could not be read.</param>
internal readonly record struct LineAnswer(object? Value, string? Error)
{
    public static LineAnswer Of(object value) => new(value, null);

    public static LineAnswer Malformed(string error) => new(null, error);
}

/// <summary>Answers JSON Lines: one line out for each line in, blank ones included, in order.</summary>
/// <remarks>A malformed line gives <c>{"error":"…"}</c> in its place and exit code 1 at the end; the rest is still answered.</remarks>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Answers lines of plain text.</summary>
    public static async Task<int> AnswerAsync(CommandRun run, Func<string, ValueTask<LineAnswer>> answer)
    {
        var exit = ExitCode.Done;
        var lines = new LineReader(run.Terminal.In);
        while (true)
        {
            if (!lines.HasLineAtHand)
            {
                // Whoever pipes one line and waits for its answer must get it.
                await run.Terminal.Out.FlushAsync(run.Cancellation);
            }
            if (await lines.ReadAsync(run.Cancellation) is not { } line)
            {
                return exit;
            }
            var result = line.Text is null ? LineAnswer.Malformed(line.Fault!) : await answer(line.Text);
            if (result.Error is not null)
            {
                exit = ExitCode.Refused;
            }
            await WriteAsync(run, result.Error is null ? result.Value! : new { error = result.Error });
        }
    }

    /// <summary>Answers lines that are JSON objects.</summary>
    /// <param name="answer">Given null for a blank line: empty input.</param>
    public static Task<int> AnswerAsync<TQuestion>(CommandRun run, Func<TQuestion?, ValueTask<LineAnswer>> answer)
        where TQuestion : class =>
        AnswerAsync(run, line =>
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                return answer(null);
            }
            try
            {
                return JsonSerializer.Deserialize<TQuestion>(line, Format) is { } question
                    ? answer(question)
                    : ValueTask.FromResult(LineAnswer.Malformed("null is not an object"));
            }
            catch (JsonException e)
            {
                return ValueTask.FromResult(LineAnswer.Malformed(Explain(e)));
            }
        });

    /// <summary>Writes one line of data.</summary>
    public static Task WriteAsync(CommandRun run, object value) =>
        run.Terminal.Out.WriteLineAsync(JsonSerializer.Serialize(value, Format));

    // Only where, never what: an error line may be logged, the text may be private.
    private static string Explain(JsonException e) =>
        e.Path is { Length: > 1 } path ? $"not the object expected, at {path}" : $"not a JSON object, at byte {e.BytePositionInLine ?? 0}";
}
