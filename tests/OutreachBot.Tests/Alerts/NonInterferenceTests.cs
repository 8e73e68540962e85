using System.Text.RegularExpressions;
using OutreachBot.Responders;
using OutreachBot.Tests.Fixtures;
using OutreachBot.Tips;

namespace OutreachBot.Tests.Alerts;

/// <summary>
/// Whole runs, with and without a tip that names somebody: what she is sent, her list and what her menu says are the same, letter
/// for letter but for the codes, which are random. Others are asked in the order of the file, so that their routings are the same.
/// </summary>
public sealed partial class NonInterferenceTests
{
    private const int Runs = 100;

    [Fact]
    public async Task Whoever_is_named_sees_nothing_that_she_would_not_have_seen_without_the_tip()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var without = await SeenByHer(seed, tells: false, isNamed: true);
            var with = await SeenByHer(seed, tells: true, isNamed: true);
            Assert.True(without == with, $"Run {seed}:\n{without}\n---\n{with}");
        }
    }

    /// <summary>The law's own teeth: where she isn't named, the tip shows.</summary>
    [Fact]
    public async Task Somebody_who_is_not_named_does_see_it()
    {
        var differs = 0;
        for (var seed = 0; seed < 10; seed++)
        {
            differs += await SeenByHer(seed, tells: false, isNamed: false) == await SeenByHer(seed, tells: true, isNamed: false) ? 0 : 1;
        }
        Assert.NotEqual(0, differs);
    }

    private static async Task<string> SeenByHer(int seed, bool tells, bool isNamed)
    {
        using var house = new TipHouse();
        var run = new Run(house, isNamed);
        var random = new Random(seed);
        var steps = random.Next(8, 16);
        var at = random.Next(steps);
        for (var step = 0; step < steps; step++)
        {
            if (step == at && tells)
            {
                await run.TellOfHerAsync();
            }
            await run.StepAsync(random.Next(10), random.Next(3), random.Next(3), random.Next(1, 700));
            if (tells)
            {
                // Whoever has it works on it, at times of her own.
                await run.WorkOnItAsync(random: new Random((seed * 100) + step));
            }
        }
        return await run.SeenAsync();
    }

    [GeneratedRegex("[CDFGHJKLMNPRTVWX]{2}[2-9]{2}", RegexOptions.None, 1000)]
    private static partial Regex Codes();

    private sealed class Run
    {
        private readonly TipHouse _house;
        private readonly Actor _her;
        private readonly Actor[] _people;
        private readonly List<TipId> _tips = [];
        private TipId? _hidden;

        public Run(TipHouse house, bool isNamed)
        {
            _house = house;
            var first = house.Defender();
            _her = house.Defender();
            _people = [first, _her, house.Defender(), house.Coordinator()];
            if (isNamed)
            {
                house.KeepAway.Means("la defensora", _her);
            }
            else
            {
                house.KeepAway.Means("la defensora", first);
            }
        }

        public async Task StepAsync(int what, int who, int which, int minutes)
        {
            // Two times that fall together are taken in an order that random ids decide.
            await _house.PassAsync(TimeSpan.FromSeconds(61));
            switch (what)
            {
                case < 3:
                    _tips.Add(await TellAsync(which == 0 ? [("danger", "yes")] : []));
                    break;
                case < 6 when _tips.Count > 0:
                    await AnswerAsync(_people[who], _tips[which % _tips.Count], what switch { 3 => "accept_alert", 4 => "pass_alert", _ => "conflict_alert" });
                    break;
                case 6:
                    await _her.DoAsync("list_alerts");
                    break;
                default:
                    await _house.PassAsync(TimeSpan.FromMinutes(minutes));
                    break;
            }
        }

        public async Task TellOfHerAsync() => _hidden = await TellAsync([("keep_away_words", "la defensora"), ("danger", "yes")]);

        public async Task WorkOnItAsync(Random random)
        {
            if (_hidden is { } tip)
            {
                string[] effects = ["accept_alert", "pass_alert", "hand_over", "attend_case", "refer_case", "close_case"];
                var somebody = _people.Where(p => p != _her).ElementAt(random.Next(3));
                await AnswerAsync(somebody, tip, effects[random.Next(effects.Length)]);
            }
        }

        /// <summary>Her phone, her list, her menu.</summary>
        public async Task<string> SeenAsync()
        {
            var list = await _her.ResultAsync("list_alerts", "");
            var count = await _house.RunAsync(unit => _house.Get<IResponderWork>().CountOf(unit, _her.OnFile.Id));
            var known = new Dictionary<string, string>(StringComparer.Ordinal);
            var seen = string.Join('\n', [.. _her.Inbox, $"{list.Outcome} {string.Join(' ', list.Gives.Values)}", $"{count} wait"]);
            return Codes().Replace(seen, m => known.TryGetValue(m.Value, out var name) ? name : known[m.Value] = $"code{known.Count}");
        }

        private async Task<TipId> TellAsync((string, string)[] with)
        {
            var before = await TipsAsync();
            await _house.Reporter().SubmitAsync(with);
            return (await TipsAsync()).Except(before).Single();
        }

        private async Task<HashSet<TipId>> TipsAsync() => [.. (await _house.RunAsync(_house.Get<ITipStore>().All)).Select(t => t.Id)];

        private static async Task AnswerAsync(Actor who, TipId tip, string effect)
        {
            var alert = (await who.AlertsAsync()).Where(a => a.Tip == tip).OrderByDescending(a => a.IsOpen).ThenByDescending(a => a.SentAt).FirstOrDefault();
            if (alert is not null)
            {
                await who.ResultAsync(effect, alert.Code.ToString(), ("outcome", "protected"));
            }
        }
    }
}
