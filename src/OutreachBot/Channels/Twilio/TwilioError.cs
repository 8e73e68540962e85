using System.Text.Json.Serialization;
using OutreachBot.Outbox;

namespace OutreachBot.Channels.Twilio;

/// <summary>The provider's error form, as far as it is read: its message may quote a number.</summary>
internal sealed record TwilioErrorBody([property: JsonPropertyName("code")] int? Code);

/// <summary>What an error means for a message that was to be handed over.</summary>
/// <param name="RetryAfter">Least time until another try.</param>
/// <param name="ForOperator">Nothing gets better until a person mends the account or the settings.</param>
internal readonly record struct TwilioVerdict(Handover Outcome, TimeSpan? RetryAfter = null, bool ForOperator = false);

/// <summary>The provider's errors on creating a message, and what follows.</summary>
/// <remarks>Codes: the provider's error dictionary. A code not named here is judged by its HTTP status.</remarks>
internal static class TwilioErrors
{
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(5);

    public static TwilioVerdict Judge(int status, int? code, TimeSpan? retryAfter) => code switch
    {
        21610 => new TwilioVerdict(Handover.OptedOut),
        20429 or 30001 => new TwilioVerdict(Handover.TryLater, retryAfter),

        // The sender's queue holds ten hours of messages; an account may send no more today.
        21611 => new TwilioVerdict(Handover.TryLater, retryAfter ?? TimeSpan.FromMinutes(10)),
        63018 => new TwilioVerdict(Handover.TryLater, retryAfter ?? TimeSpan.FromMinutes(10)),
        63038 => new TwilioVerdict(Handover.TryLater, retryAfter ?? TimeSpan.FromHours(1), ForOperator: true),

        // A trial account reaches only verified numbers: somebody else is to be asked meanwhile.
        21608 => new TwilioVerdict(Handover.Refused, ForOperator: true),
        _ => JudgeByStatus(status, retryAfter),
    };

    private static TwilioVerdict JudgeByStatus(int status, TimeSpan? retryAfter) => status switch
    {
        401 or 403 => new TwilioVerdict(Handover.TryLater, UntilMended, ForOperator: true),
        429 => new TwilioVerdict(Handover.TryLater, retryAfter),
        408 or >= 500 => new TwilioVerdict(Handover.Unknown, retryAfter),
        404 => new TwilioVerdict(Handover.TryLater, UntilMended, ForOperator: true),
        _ => new TwilioVerdict(Handover.Refused),
    };
}
