using System.Buffers.Binary;
using OutreachBot.Addresses;
using OutreachBot.Flows.Languages;
using OutreachBot.Privacy;
using OutreachBot.Responders;

namespace OutreachBot.Tests.Fixtures;

/// <summary>People on file, said as one would: <c>Given.Defender().In("BO-010601").Speaking("qu")</c>.</summary>
internal sealed class Given
{
    private Responder _responder;

    private Given(ResponderRole role) => _responder = new Responder(
        ResponderId.Draw(), "Rosa Ficticia", Some.Phone(), role, "BO", [], [LanguageTag.Spanish], [], "", OnDuty: true,
        OptedOut: false, IsSample: false, LastAlertedAt: null);

    public static Given Defender() => new(ResponderRole.Defender);

    public static Given Official() => new(ResponderRole.Official);

    public static Given Coordinator() => new(ResponderRole.Coordinator);

    public static Given Somebody(ResponderRole role) => new(role);

    public Given In(params string[] areas) => With(r => r with { Areas = areas, Country = areas.Length > 0 ? areas[0][..2] : r.Country });

    public Given Speaking(params string[] languages) => With(r => r with { Languages = [.. languages.Select(Language)] });

    public Given Competent(params string[] kinds) => With(r => r with { Competences = kinds });

    public Given Called(string name) => With(r => r with { Name = name });

    public Given Of(string institution) => With(r => r with { Institution = institution });

    public Given OffDuty() => With(r => r with { OnDuty = false });

    public Given At(string municipality) => With(r => r with { Place = municipality });

    public Given LastAlerted(DateTimeOffset when) => With(r => r with { LastAlertedAt = when });

    public Given With(Func<Responder, Responder> change)
    {
        _responder = change(_responder);
        return this;
    }

    /// <summary>With an id that tells the number, so that a failing case can be read.</summary>
    public Given Number(int number)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(12), number);
        return With(r => r with { Id = new ResponderId(RandomId.FromBytes(bytes)), Address = Address.TryFrom(Channel.Sms, $"+5917{number:0000000}")! });
    }

    public static implicit operator Responder(Given given) => given._responder;

    private static LanguageTag Language(string tag) => LanguageTag.TryParse(tag, out var language) ? language : throw new ArgumentException(tag, nameof(tag));
}
