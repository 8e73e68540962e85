using CsCheck;
using OutreachBot.Flows.Languages;
using OutreachBot.Responders;
using OutreachBot.Routing;
using OutreachBot.Routing.KeepAway;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests.Routing;

/// <summary>A tip, who is on file, and what each of them has open.</summary>
internal sealed record RoutingCase(RoutingQuestion Question, Responder[] People, Dictionary<ResponderId, int> Open);

/// <summary>Generated routings, rich in conflicts.</summary>
internal static class RoutingCases
{
    private static readonly string[] Villages = ["BO-C1A", "BO-C2A", "BO-C3A", "GT-C1A"];

    // Few places, close together, so that tiers meet; one far away, one abroad; villages known and unknown.
    private static readonly string[] Areas =
    [
        "BO-010601", "BO-010602", "BO-010302", "GT-1406", .. Villages, "BO-C0123456789D",
        "BO-010301", "BO-010101", "BO-070101", "BO-01", "BO-07", "BO", "GT", "GT-14", "BO-01",
    ];

    private static readonly string[] Kinds = ["work", "sexual", "begging", "unknown"];
    private static readonly LanguageTag[] Languages = [LanguageTag.Spanish, LanguageTag.Spanish, LanguageTag.Quechua, LanguageTag.Aymara];
    private static readonly string[] Names = ["Rosa Ficticia", "Elena Ficticia", "Juan Ficticio", "Ana Supuesta", "Olga Supuesta"];
    private static readonly string[] Institutions = ["", "Red Prueba", "Alcaldia Prueba", "Policia Prueba", "G.A.M. Prueba", "Comando Prueba"];

    private static readonly string[] Institutional = ["police", "local_authority", "defender"];

    private static readonly DutyHours[] Hours = [DutyHours.TryParse(["siempre"])!, DutyHours.TryParse(["lun-mie 20-04"])!];

    private static readonly Gen<bool> Seldom = Gen.Int[0, 9].Select(i => i == 0);

    private static readonly Gen<Responder> Anybody = Gen.Select(
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, Areas.Length - 1].Array[1, 3], Gen.Int[0, 3].Array[1, 3], Gen.Int[0, 3].Array[0, 2]),
        Gen.Select(Gen.Bool, Seldom, Seldom, Seldom),
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, Names.Length - 1], Gen.Int[0, Institutions.Length - 1], Gen.Int[0, 9]),
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 15], Gen.Int[0, 15], Gen.Int[0, 30], Gen.Bool),
        (who, flags, more, limits) =>
        {
            var (hours, capacity, training, kind, tie, outOfHours) = limits;
            var (role, areas, languages, kinds) = who;
            var (onDuty, optedOut, suspended, sample) = flags;
            var (days, name, institution, place) = more;
            return (Responder)Given.Somebody(role switch { 0 => ResponderRole.Coordinator, 1 or 2 or 3 => ResponderRole.Official, _ => ResponderRole.Defender })
                .In([.. areas.Select(a => Areas[a]).Distinct()])
                .Called(Names[name])
                .Of(Institutions[institution])
                .With(r => r with
                {
                    Languages = [.. languages.Select(l => Languages[l]).Distinct()],
                    Competences = [.. kinds.Select(k => Kinds[k]).Distinct()],
                    OnDuty = onDuty,
                    OptedOut = optedOut,
                    Suspended = suspended,
                    IsSample = sample,
                    Place = place < 4 ? Areas[place] : null,
                    Hours = hours < 2 ? Hours[hours] : null,
                    OutOfHours = outOfHours,
                    Capacity = capacity < 5 ? capacity : null,
                    Training = training == 0 ? Training.Pending : Training.Vouched,
                    ExcludedKinds = kind < Kinds.Length - 1 ? [Kinds[kind]] : [],
                    ExcludedInstitutions = tie < 2 ? [Institutions[tie + 2]] : [],
                    LastAlertedAt = days == 0 ? null : Ask.Monday.AddDays(-days),
                });
        });

    public static readonly Gen<RoutingCase> All = Gen.Select(
        Gen.Select(Anybody.Array[0, 16], Gen.Int[0, 6].Array[16]),
        Gen.Select(Gen.Int[0, 10], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 5], Gen.Int[0, 47]),
        Gen.Select(Gen.Int[0, 12].Array[0, 3], Gen.Int[0, 12].Array[0, 2], Seldom, Gen.Bool, Gen.Int[0, 9], Gen.Int[0, 9]),
        Gen.Select(Gen.Bool, Gen.Int[0, 19], Seldom),
        (on, tip, rules, more) =>
        {
            var (people, open) = on;
            people = [.. people.Select((p, i) => (Responder)Given.Somebody(p.Role).Number(i).With(n => p with { Id = n.Id, Address = n.Address }))];
            var (place, kind, urgency, language, village, hours) = tip;
            var (keptAway, tried, coordinatorOnly, officials, name, institution) = rules;
            var (provider, institutional, institutionSaid) = more;
            var question = Ask.About(place switch { < 4 => Areas[place], > 6 => Areas[0], _ => null }) with
            {
                Department = place == 4 ? "BO-01" : null,
                Country = place == 5 ? "BO" : null,
                Community = village < Villages.Length ? Villages[place > 6 ? village % 2 : village] : null,
                Kind = Kinds[kind],
                Urgency = (Urgency)urgency,
                Language = Languages[language],
                KeepAway = keptAway.Where(i => i < people.Length).Select(i => people[i].Id).ToHashSet(),
                Marks = new KeptMarks(
                    name < 2 ? new HashSet<string> { FoldedWords.AsOne(Names[name]) } : new HashSet<string>(),
                    institution < 2 ? new HashSet<string> { FoldedWords.AsOne(Institutions[institution + 2]) } : new HashSet<string>())
                {
                    Kinds = institutional < Institutional.Length ? new HashSet<string> { Institutional[institutional] } : new HashSet<string>(),
                    InstitutionSaid = institutionSaid,
                },
                Tried = tried.Where(i => i < people.Length).Select(i => people[i].Id).ToHashSet(),
                CoordinatorOnly = coordinatorOnly,
                OfficialsAllowed = officials,
                FromProvider = provider,
                Now = Ask.Monday.AddHours(hours),
            };
            return new RoutingCase(question, people, people.Select((p, i) => (p.Id, open[i])).Where(p => p.Item2 > 0).ToDictionary(p => p.Id, p => p.Item2));
        });

    public static Ranking Ranked(this RoutingCase one) => new Router(Ask.Places).Rank(one.Question, one.People, one.Open);
}
