using OutreachBot.Flows.Compiling;
using OutreachBot.Flows.Loading;

namespace OutreachBot.Flows.Tests.Support;

/// <summary>Small flows in memory, beside the keywords that ship and shared prompts that say their own names.</summary>
internal static class SmallFlows
{
    public const string Welcome = """
        flow: welcome
        about: A menu.
        starts_on: [hello, menu]
        first: hello
        states:
          hello: {ask: choice, options: {learn: learned, tell: report}, tells: told}
          learned: {say: learned, ends: true}
          told: {say: told, then: report}
          report: {call: report, then: end}
        """;

    public const string WelcomeWords = """
        language: es
        prompts:
          hello: {text: "Hola, {line}. {options}", hint: "Por ejemplo: 1. {options}", options: {learn: Aprender, tell: Contar algo}}
          learned: "Aprendido."
          told: "Gracias por contarlo."
        """;

    public const string Report = """
        flow: report
        about: A tip.
        starts_on: [report]
        first: danger_now
        if_left: {after: 60m, go: left}
        remembers:
          what: {kind: story, privacy: sealed}
          where: {kind: place, privacy: routing}
          agreed: {kind: flag, privacy: open}
          raised: {kind: flag, privacy: open}
          minor: {kind: flag, privacy: routing, sign: minor, of: what}
        states:
          danger_now: {ask: yes_no, yes: alert, no: agree, unsure: agree}
          alert: {do: raise_alert, with: {story: what, where: where}, then: {told: agree, not_told: agree}}
          agree: {ask: yes_no, into: agreed, yes: where, no: where}
          where: {ask: place, into: where, skippable: true, unless_known: true, then: where_got, unknown: what, outside: what, skip: what}
          where_got: {say: where_got, then: what}
          what: {ask: story, accept: [text, voice, image], into: what, unless_known: true, skippable: true, then: confirm}
          confirm: {ask: yes_no, yes: submit, no: what}
          submit: {do: submit_tip, with: {story: what, where: where, minor: minor}, then: {ok: receipt, "*": receipt}}
          receipt: {say: receipt, ends: true}
          left: {when: agreed, is: {yes: left_send}, else: end}
          left_send: {do: submit_tip, with: {story: what, where: where}, then: end}
        """;

    public const string ReportWords = """
        language: es
        prompts:
          danger_now: "¿Hay peligro? {yes_no}"
          agree: "¿Mandamos si se corta? {yes_no}"
          where: "¿Dónde? 0 = saltar"
          where_got: "Anotado: {where}."
          what: "¿Qué pasa? 0 = saltar"
          confirm: "¿Lo entregamos? {yes_no}"
          receipt: "Entregado. Su código es {code}."
        """;

    public const string Danger = """
        flow: danger
        about: PELIGRO.
        interrupts_on: [danger]
        first: offer
        remembers:
          what: {kind: story, privacy: sealed}
          where: {kind: place, privacy: routing}
          raised: {kind: flag, privacy: open}
        states:
          offer: {ask: yes_no, into: raised, yes: alert, no: end}
          alert: {do: raise_alert, with: {story: what, where: where}, then: {told: told, not_told: end}}
          told: {say: told, ends: true}
        """;

    public const string DangerWords = """
        language: es
        prompts:
          offer: "Vaya donde haya gente. {hotlines}. ¿Avisamos? {yes_no}"
          told: "Avisamos."
        """;

    public const string Person = """
        flow: person
        about: A person.
        interrupts_on: [person]
        first: agree
        states:
          agree: {ask: yes_no, yes: ask, no: end}
          ask: {do: ask_person, then: noted}
          noted: {say: noted, ends: true}
        """;

    public const string PersonWords = """
        language: es
        prompts:
          agree: "¿Guardamos su número? {yes_no}"
          noted: "Anotado."
        """;

    public const string Language = """
        flow: language
        about: Another language.
        interrupts_on: [language]
        first: choose
        states:
          choose: {ask: language, then: end}
        """;

    public const string LanguageWords = """
        language: es
        prompts:
          choose: "¿Qué idioma? {options}"
        """;

    public const string Hotlines = """
        hotlines:
          - {country: GT, number: "110", name: PNC, for: police, emergency: yes, source: "somewhere", checked_on: 2026-11-24, status: verified}
          - {country: BO, number: 800-10-8004, name: Defensoría, for: rights, source: "somewhere", checked_on: 2026-11-24, status: verified}
          - {country: BO, number: "122", name: Dead, for: nobody, source: "somewhere", checked_on: 2026-11-24, status: unverified}
        """;

    /// <summary>The six small flows, those given in their place or beside them.</summary>
    public static Dictionary<string, string> Files(params (string Path, string Text)[] more)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["welcome/flow.yaml"] = Welcome,
            ["welcome/es.yaml"] = WelcomeWords,
            ["report/flow.yaml"] = Report,
            ["report/es.yaml"] = ReportWords,
            ["danger/flow.yaml"] = Danger,
            ["danger/es.yaml"] = DangerWords,
            ["person/flow.yaml"] = Person,
            ["person/es.yaml"] = PersonWords,
            ["language/flow.yaml"] = Language,
            ["language/es.yaml"] = LanguageWords,
            ["shared/es.yaml"] = SharedWords("es", SharedPrompts.All),
            ["shared/hotlines.yaml"] = Hotlines,
            ["shared/keywords.yaml"] = File.ReadAllText(Path.Combine(Repository.Flows, "shared", "keywords.yaml")),
        };
        foreach (var (path, text) in more)
        {
            files[path] = text;
        }
        return files;
    }

    public static FlowBook Book(params (string Path, string Text)[] more)
    {
        var result = FlowBookLoader.Load(Files(more));
        Assert.Equal([], result.Diagnostics.Where(d => d.Severity == Definitions.Severity.Error).Select(d => d.ToString()));
        return result.Book!;
    }

    /// <summary>A flow named <c>test</c> that begins at <c>q</c>, and its Spanish words.</summary>
    public static FlowBook With(string states, string words, string head = "") => Book(
        ("test/flow.yaml", $"flow: test\nabout: A test.\nfirst: q\n{head}\nstates:\n{Indent(states)}"),
        ("test/es.yaml", $"language: es\nprompts:\n{Indent(words)}"));

    /// <summary>Shared prompts that say their own names, with what they must show.</summary>
    public static string SharedWords(string language, IEnumerable<string> prompts) =>
        $"language: {language}\nprompts:\n" + string.Concat(prompts.Select(p => $"  {p}: \"{p switch
        {
            "yes_no" => "1 Sí 2 No",
            "language_name" => language == "es" ? "Español" : "lengua " + language,
            "which_place" => "which_place {options}",
            "stop_or_place" => "stop_or_place 1 {place} 2 basta",
            "language_set" or "not_in_language" => p + " {language}",
            "draft_mark" => "(borrador)",
            _ => p,
        }}\"\n"));

    private static string Indent(string text) => string.Concat(text.Split('\n').Select(l => "  " + l + "\n"));
}
