using System.Diagnostics.CodeAnalysis;

namespace OutreachBot.Flows.Definitions;

/// <summary>All effects a flow may ask for. The host has one handler for each; a test holds the two lists together.</summary>
public static class EffectCatalogue
{
    private static readonly EffectKind[] Kinds =
    [
        // A reporter's
        new("raise_alert", "A tip exists and is routed now, the place unknown if need be; what follows is added to it.",
            [
                Takes("story", Privacy.Sealed), Takes("where", Privacy.Routing), Takes("exact", Privacy.Sealed),
                Takes("keep_away", Privacy.Sealed), Takes("keep_away_words", Privacy.Sealed),
            ],
            ["told", "not_told"], []),
        new("submit_tip", "Seals and commits the tip, or what is new for a tip already raised, and routes it.",
            [
                Takes("story", Privacy.Sealed) with { Delivered = true }, Takes("where", Privacy.Routing), Takes("exact", Privacy.Sealed),
                Takes("kind", Privacy.Routing), Takes("danger", Privacy.Routing), Takes("minor", Privacy.Routing),
                Takes("held", Privacy.Routing), Takes("dated", Privacy.Routing),
                Takes("keep_away", Privacy.Sealed), Takes("keep_away_words", Privacy.Sealed), Takes("officials", Privacy.Routing),
                Takes("when", Privacy.Sealed),
            ],
            ["ok", "no_place", "failed"], [System("code")]) { Undone = ["failed"] },
        new("keep_away", "Takes a tip raised before from those who must not know of it; where none was raised, nothing happens yet.",
            [Takes("where", Privacy.Routing), Takes("keep_away", Privacy.Sealed), Takes("keep_away_words", Privacy.Sealed)], ["ok"], []),
        new("describe_tip", "Of what kind the tip is that was just submitted; whoever takes it reads that.",
            [Required("kind", Privacy.Routing)], ["ok", "none"], []),
        new("discard_tip", "Forgets what was told and not yet submitted.", [], ["ok"], []),
        new("allow_follow_up", "Keeps the number, for this tip, to ask back.", [Takes("hours", Privacy.Open)], ["ok", "no_tip"], []),
        new("find_tip", "Opens a tip by its receipt code, for this conversation.",
            [Required("code", Privacy.Sealed), Takes("where", Privacy.Routing)],
            ["found", "not_found", "typo", "wait"], [System("status"), System("question_waits")]),
        new("tip_status", "How the tip that is open here stands.", [], ["received", "seen", "working", "referred", "protected", "unfounded", "not_reachable", "duplicate", "withdrawn", "none"], []),
        new("add_to_tip", "Seals more words for the tip that is open here; its responder learns that something came.",
            [Required("story", Privacy.Sealed) with { Delivered = true }], ["ok", "none"], []) { Undone = ["none"] },
        new("withdraw_tip", "Deletes the tip that is open here.", [], ["ok"], []),
        new("read_relay", "What waits for this person, from the other end of the case: words, or a voice message or picture, which is shown after what is said next; one that this channel does not carry, or that could not be had; to a reporter whose case was closed, that it is over.",
            [], ["message", "media", "elsewhere", "lost", "nothing", "ended"], [Another("message")]) { Proof = ProofNeed.Always },
        new("relay", "Sends words, voice and pictures to the other end of the case, without numbers.",
            [Required("message", Privacy.Sealed) with { Delivered = true }], ["ok", "waits", "kept", "closed"], [Another("message")]) { Undone = ["closed"], Proof = ProofNeed.Always },
        new("end_relay", "Ends the talk between the two ends of the case, what waits unread goes; from the reporter, the number kept for it too.", [], ["ok"], []),

        // Anybody's
        new("ask_person", "Asks for a person; keeps the number until one has answered.",
            [
                Takes("how", Privacy.Open), Takes("hours", Privacy.Sealed), Takes("cover_word", Privacy.Sealed), Takes("language", Privacy.Open),
                Takes("where", Privacy.Routing), Takes("keep_away", Privacy.Sealed), Takes("keep_away_words", Privacy.Sealed),
            ],
            ["ok"], []),
        new("find_services", "What is near her: whether somebody is on duty (never who).",
            [Takes("where", Privacy.Routing)], ["on_duty", "later", "nobody", "no_place"], [System("municipality")]),
        new("erase", "Forgets the person: session, number, drafts, links.", [], ["ok"], []) { Proof = ProofNeed.OnceSet },
        new("erase_tip", "BORRAR and a code: withdraws that tip too, with one answer whether or not it was right.",
            [Required("code", Privacy.Sealed)], ["ok"], []),
        new("opt_out", "Nothing unasked any more.", [], ["ok"], []),
        new("opt_in", "Unasked messages again.", [], ["ok"], []),
        new("my_data", "What kinds of things are held; one shape whatever it is.", [], ["ok"], []),

        new("choose_word", "Whether the word that she wants to cover the thread with is one that nobody writes by chance, and whether she knows the one before it, twice in a message; the engine keeps it.",
            [Required("word", Privacy.Sealed) with { Delivered = true }, Takes("notices", Privacy.Open), Takes("old", Privacy.Sealed)],
            ["ok", "short", "long", "common", "taken", "place", "old"], []) { Undone = ["old"] },
        new("cover", "The thread is a farming calendar from here on: nothing unasked goes to her, unless she wants to be told, and nobody rings her.",
            [Takes("notices", Privacy.Open)], ["ok"], []),
        new("uncover", "She is back: what waits for her is announced again.", [], ["ok"], []),

        // A responder's
        new("accept_alert", "Takes the case, unless somebody else has.", [], ["ok", "taken", "gone"], []) { Proof = ProofNeed.Refused },
        new("pass_alert", "Passes the alert, or the case, to the next; an office says why.", [Takes("reason", Privacy.Open)], ["ok", "alone", "gone"], []),
        new("conflict_alert", "Declares a conflict of interest: nothing more of it reaches her.", [], ["ok", "gone"], []),
        new("hand_over", "The hand-over copy: what her role needs to know.", [], ["ok", "gone"],
            [Another("summary"), System("minor"), System("kept_away")]) { Proof = ProofNeed.Always },
        new("attend_case", "She is on it.", [], ["ok", "gone"], []),
        new("find_offices", "The offices to which a coordinator may refer the case, numbered; a defender asks a coordinator instead.",
            [], ["some", "coordinator", "nobody", "gone"], [System("offices"), System("office_ids")]),
        new("refer_case", "A defender asks the coordinator to refer the case to an office; a coordinator refers it to the one she chose.",
            [Takes("office", Privacy.Open), Takes("among", Privacy.Open), Takes("consent", Privacy.Open)], ["ok", "gone", "nobody"], []) { Proof = ProofNeed.Always },
        new("find_defender", "A coordinator who has read the case gives it to a defender near it; asks for its place where that is unknown.",
            [Takes("where", Privacy.Routing)], ["ok", "place", "nobody", "gone"], []) { Proof = ProofNeed.Always },
        new("close_case", "Closes it with an outcome.",
            [Required("outcome", Privacy.Open), Takes("note", Privacy.Sealed)], ["ok", "gone"], []) { Proof = ProofNeed.Always },
        new("list_alerts", "Her open alerts and cases, by code.", [], ["some", "none"], [System("alerts"), System("count")]),
        new("alike_tips", "Which tips may tell of one matter, for the coordinator to whom that was suggested.", [], ["some", "gone"],
            [System("alerts"), System("count"), System("shown_ids")]),
        new("judge_alike", "What she says of them: same, apart, unsure. Closes nothing.",
            [Required("verdict", Privacy.Open), Takes("among", Privacy.Open)], ["noted", "linked", "closable", "gone"], []),
        new("close_alike", "With yes: those that nobody else has end as duplicates of the one that goes on.",
            [Required("close", Privacy.Open), Takes("among", Privacy.Open)], ["ok", "gone"], []) { Proof = ProofNeed.Always },
        new("set_duty", "On duty or resting.", [Required("on", Privacy.Open)], ["ok"], []),
        new("set_place", "Where she is now.", [Required("where", Privacy.Routing)], ["ok", "no_place"], [System("municipality")]) { Proof = ProofNeed.OnceSet },
        new("duty_status", "How she stands.", [], ["on", "off"], [System("count")]),
        new("log_training", "A replicated workshop.",
            [Required("report", Privacy.Open), Takes("rest", Privacy.Open)], ["ok", "missing", "impossible"], [System("women"), System("men"), System("municipality"), System("missing")]),
        new("decline_duty", "She no longer wants to be asked.", [], ["ok"], []) { Proof = ProofNeed.OnceSet },
        new("choose_pin", "Keeps the PIN she chooses, written twice: in one message, or one after the other.",
            [Required("pin", Privacy.Sealed) with { Delivered = true }], ["ok", "again", "differ", "weak"], []),
        new("check_pin", "Whether that is her PIN. Too many wrong ones pass on the alert it was asked for.",
            [Required("pin", Privacy.Sealed) with { Delivered = true }], ["ok", "wrong", "locked"], []),
    ];

    private static readonly Dictionary<string, EffectKind> ByName = Kinds.ToDictionary(k => k.Name, StringComparer.Ordinal);

    /// <summary>All of them, reporter's first.</summary>
    public static IReadOnlyList<EffectKind> All => Kinds;

    public static bool TryFind(string name, [NotNullWhen(true)] out EffectKind? kind) => ByName.TryGetValue(name, out kind);

    private static EffectParameter Takes(string name, Privacy privacy) => new(name, privacy, Required: false);

    private static EffectParameter Required(string name, Privacy privacy) => new(name, privacy, Required: true);

    private static EffectGift System(string name) => new(name, GiftOrigin.System, Privacy.Open);

    private static EffectGift Another(string name) => new(name, GiftOrigin.AnotherPerson, Privacy.Sealed);
}
