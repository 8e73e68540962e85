using System.Text.RegularExpressions;
using OutreachBot.Agenda;
using OutreachBot.Effects;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Running;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Receipts;
using OutreachBot.Storage.Sqlite;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;
using SQLitePCL;

namespace OutreachBot.Tests.Tips;

/// <summary>How long an answer takes must not tell what the answer doesn't: counted in hashes and statements, never in time.</summary>
public sealed partial class CodeWorkTests : IDisposable
{
    private readonly TipHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task BORRAR_with_a_code_does_the_same_work_whether_the_code_is_right_wrong_or_none_and_whoever_must_wait()
    {
        _house.Defender();
        var code = await _house.Reporter().SubmitAsync();
        var guesser = _house.Reporter();
        var work = new List<Work>();
        foreach (var written in new[] { Wrong(code), "123", "0", "hola", string.Concat(Enumerable.Repeat(Wrong(code) + " y ", 5)) })
        {
            work.Add(await EraseAsync(guesser, written));
        }
        for (var i = 0; i < GuessPace.Tries; i++)
        {
            await EraseAsync(guesser, ReceiptCode.Draw().Digits);
        }
        work.Add(await EraseAsync(guesser, code));

        var right = await EraseAsync(_house.Reporter(), code);

        Assert.Equal(1, right.Hashes);
        Assert.NotEmpty(right.Statements);
        Assert.All(work, w => Assert.Equal(right.Hashes, w.Hashes));
        Assert.All(work, w => Assert.Equal(right.Statements, w.Statements));
        Assert.All(work, w => Assert.False(w.Wipes));
        Assert.False(right.Wipes);
    }

    [Fact]
    public async Task A_code_that_opens_nothing_takes_the_work_of_one_whose_place_is_wrong()
    {
        _house.Defender();
        var code = await _house.Reporter().SubmitAsync();

        var unknown = await FindAsync(ReceiptCode.Draw().Digits);
        var elsewhere = await FindAsync(code);

        Assert.Equal(1, unknown.Hashes);
        Assert.Equal(elsewhere.Hashes, unknown.Hashes);
        Assert.Equal(elsewhere.Statements, unknown.Statements);
    }

    [Fact]
    public async Task What_the_code_was_right_for_is_withdrawn_right_after_the_answer_also_over_a_crash()
    {
        _house.Defender();
        var reporter = _house.Reporter();
        var code = await reporter.SubmitAsync();

        await reporter.DoAsync("erase_tip", ("code", code));
        await _house.RestartAsync();
        await _house.RunDueAsync();

        Assert.Equal(TipState.Withdrawn, (await _house.OnlyTipAsync()).State);
    }

    [Fact]
    public async Task A_wrong_code_withdraws_nothing()
    {
        _house.Defender();
        var reporter = _house.Reporter();
        await reporter.SubmitAsync();

        await reporter.DoAsync("erase_tip", ("code", ReceiptCode.Draw().Digits));
        await _house.RunDueAsync();

        Assert.NotEqual(TipState.Withdrawn, (await _house.OnlyTipAsync()).State);
    }

    private static string Wrong(string code) => code[..^1] + (char)('0' + ((code[^1] - '0' + 1) % 10));

    private Task<Work> EraseAsync(Actor who, string code) =>
        WorkOf(who, new EffectCall("erase_tip", "", Arguments(("code", code))), codes => new EraseTipEffect(
            _house.Get<ITipStore>(), codes, _house.Get<IAgenda>(), _house.Get<IGuessPace>()));

    private Task<Work> FindAsync(string code) =>
        WorkOf(_house.Reporter(), new EffectCall("find_tip", "", Arguments(("code", code), ("where", "BO-010601"))), codes => new FindTipEffect(
            _house.Get<ITipStore>(), codes, _house.Get<ICaseStore>(), _house.Get<IAlerting>(), _house.Get<IGuessPace>()));

    private Task<Work> WorkOf(Actor who, EffectCall call, Func<IReceiptCodes, IEffectHandler> of)
    {
        var codes = new CountedCodes(_house.Get<IReceiptCodes>());
        var handler = of(codes);
        return _house.RunAsync(unit =>
        {
            var sqlite = unit.Sqlite();
            var statements = new List<string>();
            raw.sqlite3_trace(sqlite.Connection.Handle, (strdelegate_trace)((_, sql) => statements.Add(Values().Replace(sql, "?"))), null!);
            try
            {
                handler.Handle(_house.RequestOf(unit, who, call));
            }
            finally
            {
                raw.sqlite3_trace(sqlite.Connection.Handle, (strdelegate_trace)null!, null!);
            }
            return new Work(codes.Hashes, statements, sqlite.WantsNoTrace);
        });
    }

    private static Dictionary<string, RememberedAnswer> Arguments(params (string Name, string Text)[] with) => with.ToDictionary(
        w => w.Name, w => new RememberedAnswer(ValueKind.Text, OutreachBot.Flows.Definitions.Privacy.Sealed, w.Text, null, []), StringComparer.Ordinal);

    /// <param name="Wipes">The answer waits until the store's files hold no trace.</param>
    private sealed record Work(int Hashes, IReadOnlyList<string> Statements, bool Wipes);

    private sealed class CountedCodes(IReceiptCodes codes) : IReceiptCodes
    {
        public int Hashes { get; private set; }

        public (ReceiptCode Code, byte[] Hash) Draw() => codes.Draw();

        public CodeReading Read(string text) => codes.Read(text);

        public byte[] HashOf(ReceiptCode code)
        {
            Hashes++;
            return codes.HashOf(code);
        }
    }

    [GeneratedRegex("[xX]?'[^']*'|[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Values();
}
