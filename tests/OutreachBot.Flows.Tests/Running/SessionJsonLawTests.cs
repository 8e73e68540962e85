using System.Collections;
using System.Reflection;
using System.Text.Json;
using CsCheck;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Languages;
using OutreachBot.Flows.Running;

namespace OutreachBot.Flows.Tests.Running;

public sealed class SessionJsonLawTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_795_618_800_123);

    private static readonly RememberedAnswer Answer = new(
        ValueKind.Place, Privacy.Sealed, "BO-020101", "junto al río", [new Attachment(AttachmentKind.Image, "handle")]);

    /// <summary>No member of it, however deep, is as a stranger has it.</summary>
    private static readonly Session Full = new(
        LanguageTag.Quechua,
        "KT47",
        new Dictionary<string, Run>
        {
            ["KT47"] = new(
                "KT47",
                [
                    new Frame(
                        "report",
                        "where",
                        new Dictionary<string, RememberedAnswer> { ["where"] = Answer },
                        new Waiting("which_place", ["BO-020101"], ["La Paz"], 2, "so far"),
                        ["danger_now"],
                        Now.AddMinutes(1)),
                ],
                new PendingEffect("submit_tip", "stop", true, true, new TurnSpent(1, 2, 3, true, true))),
        },
        [Answer],
        ["¿Dónde?"],
        Now,
        new Pace(1, -2, 3, Now.AddMinutes(2), Now.AddMinutes(3), 4, 5),
        new Message("held", [new Attachment(AttachmentKind.Document, "other")], new Pin(-16.5, -68.25), "yes"),
        "ay",
        true,
        new Cover("pelusa", true, true),
        new Dictionary<string, string> { ["tip"] = "t1" },
        7);

    [Fact]
    public void Every_member_of_a_session_comes_back_as_it_was_written()
    {
        Assert.Empty(Unset(Full, "session"));
        Assert.Equivalent(Full, SessionJson.Read(SessionJson.Write(Full)), strict: true);
    }

    [Fact]
    public void Any_words_in_a_session_come_back_as_they_were_written() =>
        Gen.Select(Gen.String, Gen.String, Gen.Long).Sample((key, text, number) =>
        {
            var words = Clean(text);
            var session = Full with
            {
                Focus = Clean(key),
                LastSaid = [words, "", words],
                Kept = [Answer with { Text = words }],
                Links = new Dictionary<string, string> { [Clean(key)] = words },
                Version = number,
            };
            Assert.Equivalent(session, SessionJson.Read(SessionJson.Write(session)), strict: true);
        });

    [Fact]
    public void Bytes_that_were_damaged_are_a_session_or_are_told_as_such()
    {
        var whole = SessionJson.Write(Full);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[1, whole.Length]).Sample((at, value, length) =>
        {
            var bytes = whole[..length];
            bytes[Math.Min(at, length - 1)] = value;
            try
            {
                Assert.NotNull(SessionJson.Read(bytes));
            }
            catch (JsonException)
            {
                // Told.
            }
        });
    }

    /// <summary>Half surrogate pairs can't be in UTF-8; the cleaner lets none in.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes());

    private static IEnumerable<string> Unset(object? value, string path)
    {
        if (value is null or "" or 0 or 0L or false || value is IEnumerable and not string && !((IEnumerable)value).Cast<object>().Any())
        {
            yield return path;
            yield break;
        }
        if (value is string or ValueType and not Pin || value.GetType().Namespace?.StartsWith("OutreachBot", StringComparison.Ordinal) != true && value is not IEnumerable)
        {
            yield break;
        }
        var members = value is IEnumerable items
            ? items.Cast<object>().Select((item, i) => (Name: $"[{i}]", Value: item.GetType().GetProperty("Value") is { } v && item is ValueType ? v.GetValue(item) : item))
            : value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => (p.Name, Value: p.GetValue(value)));
        foreach (var unset in members.SelectMany(m => Unset(m.Value, $"{path}.{m.Name}")))
        {
            yield return unset;
        }
    }
}
