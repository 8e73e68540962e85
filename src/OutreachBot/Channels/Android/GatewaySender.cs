using OutreachBot.Addresses;
using PhoneNumbers;

namespace OutreachBot.Channels.Android;

/// <summary>Who wrote, as the phone's network names her.</summary>
internal static class GatewaySender
{
    /// <param name="text">A number, with or without the country's code; or a name, or an operator's short code.</param>
    /// <param name="country">The phone's.</param>
    /// <returns>Null for what nobody can answer: a name, a short code.</returns>
    /// <remarks>By its length alone: a range of numbers that was opened yesterday is in no table of today.</remarks>
    public static Address? Read(string? text, string country)
    {
        if (text is not { Length: > 0 and <= 40 } || text.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or ' ' or '-' or '(' or ')' or '.')))
        {
            return null;
        }
        var plans = PhoneNumberUtil.GetInstance();
        try
        {
            var number = plans.Parse(text, country);
            return plans.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
                ? Address.TryFrom(Channel.Sms, plans.Format(number, PhoneNumberFormat.E164))
                : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
