using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using OutreachBot.Addresses;
using OutreachBot.Flows.Definitions;
using OutreachBot.Flows.Running;
using OutreachBot.Outbox;
using OutreachBot.Privacy;
using OutreachBot.Privacy.Age;
using OutreachBot.Privacy.Passphrases;
using OutreachBot.Privacy.Receipts;
using OutreachBot.Tests.Fixtures;

namespace OutreachBot.Tests;

/// <summary>Private values don't print themselves, and nothing that is logged takes one.</summary>
public sealed class PrivateTypesTests
{
    private const string Canary = "wichukuna";

    // What people's words, numbers and providers' ids are called in this house.
    private static readonly HashSet<string> PrivateNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "text", "words", "said", "rest", "story", "body", "note", "landmark", "exact", "to", "from", "phone", "number", "address",
        "providerId", "passphrase", "secret", "lat", "lon", "latitude", "longitude", "place", "reason", "code",
    };

    // Records whose members have such a name and are no person's: words of authors, and facts that are published.
    private static readonly string[] Authored =
    [
        "OutreachBot.Flows.Definitions.", "OutreachBot.Flows.Loading.", "OutreachBot.Flows.Compiling.", "OutreachBot.Flows.Chats.",
        "OutreachBot.Flows.Checks.", "OutreachBot.Flows.Languages.", "OutreachBot.Flows.Translating.",
    ];

    private static readonly HashSet<string> NotPrivate = new(StringComparer.Ordinal)
    {
        // An alert's code opens nothing by itself: it names one of the alerts of the phone it was sent to.
        "OutreachBot.Conversations.OpenAlert",

        // From a state to a state.
        "OutreachBot.Flows.Running.ArrowTaken",
        "OutreachBot.Flows.Graphs.PictureEdge",

        // A holiday of the calendar: its name and the country or department that keeps it.
        "OutreachBot.Routing.HolidayRule",
    };

    public static TheoryData<string> PrintedCanaries =>
    [
        $"{Address.TryFrom(Channel.Sms, Canary)}",
        $"{new StoryText(Canary)}",
        $"{Passphrase.TryFrom(Canary)}",
        $"{Message.Of(Canary)}",
        $"{new RememberedAnswer(ValueKind.Story, Flows.Definitions.Privacy.Sealed, Canary, Canary, [])}",
        $"{new Say(Canary, ["report.what"], [], null, Once: false)}",
        $"{Session.Stranger with { LastSaid = [Canary] }}",
        $"{new EffectDone("ok", new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = Canary })}",
        $"{new OutboundMessage(RandomId.Draw(), Some.Phone(), Canary, OutboundPurpose.Relay, null, TestStore.Start)}",
        $"{new HandoverResult(Handover.Accepted, Canary, null, null)}",
        $"{new OutboundContent(Channel.Sms, Canary, Canary, TestStore.Start, 1)}",
    ];

    [Theory]
    [MemberData(nameof(PrintedCanaries))]
    public void A_private_value_prints_as_its_kind(string printed)
    {
        Assert.DoesNotContain(Canary, printed, StringComparison.Ordinal);
        Assert.StartsWith("[", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_and_codes_print_as_their_kind()
    {
        using var server = ServerKey.Draw();
        using var identity = AgeIdentity.Draw();
        var phone = PhoneNumber.TryFrom("+59171234567", null);

        Assert.Equal(
            "[server key] [identity] [code] [phone] [person]",
            $"{server} {identity} {ReceiptCode.Draw()} {phone} {new PersonKey(new byte[32])}");
    }

    [Fact]
    public void A_record_with_a_private_member_does_not_print_itself() =>
        Assert.Empty(Records().Where(HasPrivateMember).Where(PrintsItself).Select(t => t.FullName!).Except(NotPrivate, StringComparer.Ordinal));

    [Fact]
    public void A_log_method_takes_numbers_names_of_things_and_kinds_and_nothing_else() =>
        Assert.Empty(
            from method in LogMethods()
            from parameter in method.GetParameters()
            where !MayBeLogged(parameter)
            select $"{method.DeclaringType!.Name}.{method.Name}({parameter.ParameterType.Name} {parameter.Name})");

    /// <summary>The rules' own teeth: what they look for is found where it is.</summary>
    [Fact]
    public void What_the_rules_look_for_is_found()
    {
        Assert.True(HasPrivateMember(typeof(Leaky)) && PrintsItself(typeof(Leaky)));
        Assert.False(PrintsItself(typeof(Message)));
        Assert.NotEmpty(LogMethods());
        Assert.False(MayBeLogged(typeof(Leaky).GetMethod(nameof(Leaky.Log))!.GetParameters()[0]));
        Assert.False(MayBeLogged(typeof(Leaky).GetMethod(nameof(Leaky.Log))!.GetParameters()[1]));
        Assert.False(MayBeLogged(typeof(Leaky).GetMethod(nameof(Leaky.Log))!.GetParameters()[2]));
    }

    private static IEnumerable<Type> Ours() => typeof(IVault).Assembly.GetTypes().Concat(typeof(Session).Assembly.GetTypes());

    private static IEnumerable<Type> Records() => Ours()
        .Where(t => t.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null)
        .Where(t => !Array.Exists(Authored, a => t.FullName!.StartsWith(a, StringComparison.Ordinal)));

    private static bool HasPrivateMember(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Any(p => PrivateNames.Contains(p.Name) && (p.PropertyType == typeof(string) || p.PropertyType == typeof(double)));

    private static bool PrintsItself(Type type) =>
        type.GetMethod("ToString", Type.EmptyTypes)!.GetCustomAttribute<CompilerGeneratedAttribute>(inherit: false) is not null;

    private static IEnumerable<MethodInfo> LogMethods() => Ours()
        .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(m => m.GetCustomAttribute<LoggerMessageAttribute>() is not null);

    // No exception either: what it says may quote what it choked on.
    private static bool MayBeLogged(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type == typeof(ILogger)
            || (type == typeof(string) && !PrivateNames.Contains(parameter.Name!))
            || type.IsEnum || type == typeof(TimeSpan)
            || (type.IsPrimitive && type != typeof(double));
    }

    private sealed record Leaky(string Text)
    {
        public static void Log(Address to, string phone, Exception fault) => throw new NotSupportedException($"{to} {phone} {fault}");
    }
}
