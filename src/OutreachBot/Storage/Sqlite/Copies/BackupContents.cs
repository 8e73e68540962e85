namespace OutreachBot.Storage.Sqlite.Copies;

/// <summary>What goes into a backup, table by table and column by column. What stands in neither list stays out.</summary>
/// <remarks>A backup outlives its time: nothing goes in that has to be gone in days, and no key that makes persons of numbers.</remarks>
internal static class BackupContents
{
    private const string SealedMedia = "WHERE tip IS NOT NULL AND recipient IS NULL AND state = 'Sealed'";

    private const string OfAddedTip = CopiedTable.OfAddedTip;

    /// <summary>Store settings that say what the installation is.</summary>
    private const string Settings = "'mode', 'clock_lead', 'server_key_check', 'public_counts', 'copies_since'";

    /// <summary>Agenda of tips and of who responds.</summary>
    public static readonly IReadOnlyList<string> CopiedAgenda =
        ["alert_due", "no_place_wait", "tip_unassigned", "tip_unseen", "tip_end", "alike", "withdraw_tip", "responder_came", "responder_left", "turn_end"];

    /// <summary>Agenda of persons and of what isn't copied, and what a server plans anew at its start.</summary>
    public static readonly IReadOnlyList<string> LeftAgenda =
        ["wake", "hand_over_end", "medium_end", "destroy_key", "sweep_conversations", "alerts_sweep", "audit_head", "statistics", "look_for_copies", "public_counts", "erasures", "covered_responders"];

    public static readonly IReadOnlyList<CopiedTable> Copied =
    [
        new("meta", "name, value", Meeting.Joined, $"WHERE name IN ({Settings})"),
        // The key that providers' ids are hashed under: without it a replay of something old would be heard as new.
        new("held_key", "kind, number, made, box", Meeting.Joined, "WHERE kind = 'provider_id'"),
        new("inbound", "id, day", Meeting.Joined) { LeftBehind = "reply" },
        new("recipient", "id, kind, responder, public_key, voucher, wrapped, made", Meeting.Apart, "WHERE kind <> 'provisional'") { LeftBehind = "held" },
        new("audit", "number, hour, actor, what, tip, reason, prev, hash", Meeting.Apart, "ORDER BY number"),
        new("responder", "id, box", Meeting.Stays),
        new("responder_pin", "responder, box", Meeting.Stays),
        new("training", "id, day, municipality, women, men", Meeting.Joined),
        new(
            "tip",
            "id, hour, municipality, department, country, kind, urgency, language, state, call_back, from_provider, complete, assigned, outcome, discretion",
            Meeting.OfAdded) { Added = "b.id IN (SELECT id FROM added)" },
        new("tip_seal", "tip, id, seal", Meeting.OfAdded),
        new("tip_code", "hash, tip", Meeting.OfAdded),
        new("tip_duplicate", "tip, of", Meeting.OfAdded) { Added = $"{OfAddedTip} AND b.of IN (SELECT id FROM line.tip)" },
        new(
            "alert",
            "id, code, tip, responder, part, state, open, tier, score, place_free, sent, due, reminders, asked, messages, news_told",
            Meeting.OfAdded)
        {
            // A code is one open alert's; the sweep at the next start asks anew for a tip that nobody is asked about.
            Added = $"{OfAddedTip} AND (b.open = 0 OR b.code NOT IN (SELECT code FROM line.alert WHERE open = 1))",
        },
        new("alert_standing", "responder, load, last_alerted", Meeting.Joined) { Added = "b.responder IN (SELECT id FROM line.responder)" },
        new("alike", "first, second, place, time, kind, verdict", Meeting.OfAdded)
        {
            Added = """
                (b.first IN (SELECT id FROM added) OR b.second IN (SELECT id FROM added))
                AND b.first IN (SELECT id FROM line.tip) AND b.second IN (SELECT id FROM line.tip)
                """,
        },
        // Made for who was kept away from what then: over a store only its own.
        new("alike_notice", "id, coordinator, code, tips", Meeting.Stays),
        new("medium", "id, message, state, tip, recipient, box, due, attempts", Meeting.OfAdded, SealedMedia),
        new(
            "medium_part",
            "medium, form, number, bytes",
            Meeting.OfAdded,
            $"WHERE form = 'Sealed' AND medium IN (SELECT id FROM medium {SealedMedia})")
        {
            Added = "b.medium IN (SELECT id FROM line.medium WHERE tip IN (SELECT id FROM added))",
        },
        new("agenda", "kind, subject, due, attempts", Meeting.OfAdded, $"WHERE kind IN ({Quoted(CopiedAgenda)})")
        {
            // A withdrawal under way is done, whatever stands here; who came or left since the backup did so here.
            Added = """
                CASE b.kind
                  WHEN 'withdraw_tip' THEN 1
                  WHEN 'alike' THEN 1
                  WHEN 'alert_due' THEN b.subject IN (SELECT lower(hex(id)) FROM line.alert WHERE tip IN (SELECT id FROM added))
                  WHEN 'responder_came' THEN (SELECT people FROM taken)
                  WHEN 'responder_left' THEN (SELECT people FROM taken)
                  WHEN 'turn_end' THEN (SELECT people FROM taken)
                  ELSE b.subject IN (SELECT lower(hex(id)) FROM added)
                END
                """,
        },
        // What has been given out is not given out otherwise: the store's own stays where both have it.
        new("figure_release", "last, part, first, total, figures", Meeting.Joined),
        new("erased", "id, hour", Meeting.Joined),
    ];

    public static readonly IReadOnlyList<LeftTable> Left =
    [
        new("migration", "The shape stands in the backup's first line."),
        new("person", "Sessions, under keys that are destroyed."),
        new("outbox", "Numbers, and words that have gone out long since."),
        new("handed_over", "What became of them."),
        new("provider_copy", "Leads to numbers at the provider. What stands there is found by asking it, from 'copies_since' on."),
        new("hand_over", "To be gone in a day; made anew from the tip."),
        new("case_key", "Numbers owed, and the keys of cases: destroyed, a case must not be readable in any copy."),
        new("case_words", "Words between the ends."),
    ];

    private static string Quoted(IEnumerable<string> kinds) => string.Join(", ", kinds.Select(k => $"'{k}'"));
}
