using CsCheck;
using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Loading;
using OutreachBot.Flows.Running;
using OutreachBot.Flows.Tests.Support;
using OutreachBot.Flows.Texting;

namespace OutreachBot.Flows.Tests.Running;

/// <summary>The law: whatever comes, in whatever state, there is an answer or a reason for none, a state that exists, and no exception.</summary>
public sealed class EngineLawTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 15, 0, 0, TimeSpan.Zero);

    private static readonly FlowBook Shipped = FlowBookLoader.Load(Repository.Flows).Book!;

    private static readonly FlowBook Small = SmallFlows.Book();

    private static readonly (FlowBook Book, string Flow, string State)[] Places =
    [
        .. new[] { Shipped, Small }.SelectMany(b => b.Flows.Values.SelectMany(f => f.States.Keys.Select(s => (b, f.Name, s)))),
    ];

    private static readonly string[] Texts =
    [
        "1", "2", "3", "9", "0", "8", "sí", "no", "no sé", "hola", "gracias", "AYUDA", "MENU", "ATRAS", "REPETIR", "IDIOMA", "PELIGRO", "ALTO", "BAJA",
        "ALTA", "BORRAR", "BORRAR 123-456-7890", "SALIR", "ESCUCHAR", "LISTO", "MIS DATOS", "persona", "Sucre", "san pedro", "el alto", "Lima", "ayer",
        "123 456 7890", "mi vecina no sale nunca de la casa y llora", "le quiere matar, estamos en peligro ahora", "ya no quiero, gracias",
        "TALLER 23 mujeres 4 hombres Tarabuco", "TURNO", "quechua", "aymara", "{what}", "{options}", "\n\n", " ", "ñ", "🙂🙂", "\u202E\u200B", "a",
        "null", "'; drop table", new('x', 1600), "imaynalla", "arí", "warmi", "código", "quiero denunciar", "lecciones", "no entiendo",
    ];

    private static readonly Gen<Input> AnyInput = Gen.Frequency(
        (12, Of(Texts).Select(t => (Input)Message.Of(t))),
        (2, Gen.String[Gen.Char, 0, 40].Select(t => (Input)Message.Of(t))),
        (1, Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180]).Select(p => (Input)new Message("", [], new Pin(p.Item1, p.Item2), null))),
        (1, Gen.Select(Gen.Enum<AttachmentKind>(), Of("", "texto con foto")).Select(a => (Input)new Message(a.Item2, [new Attachment(a.Item1, "h1")], null, null))),
        (1, Of("yes", "no", "skip", "danger", "tell", "accept", "nothing", "").Select(c => (Input)new Message("", [], null, c))),
        (1, Gen.Const((Input)new TimePassed())),
        (1, Gen.Int[0, Places.Length - 1].Select(i => (Input)new Enter("KT47", Places[i].Flow, Places[i].State, new Dictionary<string, string> { ["code"] = "KT47" }, Message.Of("1")))));

    private static readonly Gen<TimeSpan> AnyPause = Gen.Frequency(
        (8, Gen.Int[0, 90].Select(s => TimeSpan.FromSeconds(s))),
        (1, Gen.Int[15, 120].Select(m => TimeSpan.FromMinutes(m))),
        (1, Gen.Int[20, 80].Select(h => TimeSpan.FromHours(h))));

    private static readonly Gen<LanguageTag?> AnyLanguage =
        Of<LanguageTag?>(null, LanguageTag.Spanish, LanguageTag.Quechua, LanguageTag.Aymara, LanguageTag.Kiche, LanguageTag.Mam);

    private static readonly Gen<(Input Input, TimeSpan Pause, int Outcome)> AnyStep = Gen.Select(AnyInput, AnyPause, Gen.Int[0, 9]);

    private static readonly Gen<World> AnyWorld = Gen.Select(
        Gen.Int[0, Places.Length - 1], AnyLanguage, Gen.Bool, Gen.Bool, Of<string?>("BO", "GT", null), Gen.Enum<ReviewStatus>())
        .Select((place, language, responder, whatsApp, country, goLive) => new World(Places[place], language, responder, whatsApp, country, goLive));

    [Fact]
    public void Whatever_comes_in_whatever_state_there_is_an_answer_and_a_state_that_exists() =>
        Gen.Select(AnyWorld, AnyStep.Array[1, 14]).Sample((world, steps) => new Walk(world).Run(steps), iter: 3_000);

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private sealed record World(
        (FlowBook Book, string Flow, string State) Place, LanguageTag? Language, bool Responder, bool WhatsApp, string? Country, ReviewStatus GoLive);

    private sealed class Walk(World world)
    {
        private readonly FlowEngine _engine = new(world.Place.Book);
        private Session _session = Session.Stranger with { Language = world.Language };
        private DateTimeOffset _now = Start;

        public void Run((Input Input, TimeSpan Pause, int Outcome)[] steps)
        {
            Take(new Enter("", world.Place.Flow, world.Place.State, new Dictionary<string, string>(), null), 0);
            foreach (var (input, pause, outcome) in steps)
            {
                _now += pause;
                Take(input is Enter enter && !world.Place.Book.Flows.ContainsKey(enter.Flow) ? Message.Of("1") : input, outcome);
            }
        }

        private void Take(Input input, int outcome)
        {
            var said = 0;
            TurnResult result;
            Input? next = input;
            var stepsTaken = 0;
            do
            {
                Assert.True(++stepsTaken < 20, "a turn ends");
                result = _engine.Step(_session, next, Context());
                said += result.Says.Count;
                Check(result);
                _session = SessionJson.Read(SessionJson.Write(result.Session));
                next = result.Awaits is { } effect ? Outcome(effect, outcome) : null;
            }
            while (next is not null);
            CheckAnswered(input, said);
            CheckAlarm(result);
        }

        private void Check(TurnResult result)
        {
            foreach (var frame in result.Session.Runs.Values.SelectMany(r => r.Frames))
            {
                Assert.True(_engine.Book.Compile(frame.Flow, result.Session.Language ?? LanguageTag.Spanish).States.ContainsKey(frame.State), $"{frame.Flow}.{frame.State} exists");
            }
            Assert.All(result.Session.Runs.Values, r => Assert.Equal(result.Awaits is not null && r.Pending is not null, r.Pending is not null));
            Assert.All(result.Says, s => Assert.InRange(s.Text.Length, 0, 1600));
            if (!world.WhatsApp)
            {
                Assert.All(result.Says, s => Assert.Equal(SmsEncoding.Gsm7, SmsText.Measure(s.Text).Encoding));
            }
        }

        private void CheckAnswered(Input input, int said)
        {
            if (input is TimePassed)
            {
                Assert.Equal(0, said);
            }
            else if (said == 0)
            {
                var pace = _session.Pace;
                Assert.True(pace.Unanswered > 0 || pace.InMinute > 20, "silence has a reason");
            }
        }

        private void CheckAlarm(TurnResult result)
        {
            for (var wakes = 0; result.WakeAt is { } at && at <= _now; wakes++)
            {
                Assert.True(wakes < 4, "the clock is not kept busy");
                Input? next = new TimePassed();
                while (next is not null)
                {
                    result = _engine.Step(_session, next, Context());
                    Assert.Empty(result.Says);
                    _session = result.Session;
                    next = result.Awaits is { } effect ? Outcome(effect, 0) : null;
                }
            }
        }

        private static EffectDone Outcome(EffectCall call, int outcome)
        {
            Assert.True(EffectCatalogue.TryFind(call.Name, out var effect));
            return new EffectDone(effect.Outcomes[outcome % effect.Outcomes.Count], effect.Gives.ToDictionary(g => g.Name, g => "«" + g.Name + "»", StringComparer.Ordinal));
        }

        private TurnContext Context() => new(
            _now, world.WhatsApp ? ChannelKind.WhatsApp : ChannelKind.Sms, world.Country, world.Responder,
            new LineFacts("Línea", true, world.GoLive, true, true, LanguageTag.All, new PaceLimits(20)), new FakePlaces());
    }
}
