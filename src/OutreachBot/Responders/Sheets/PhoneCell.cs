using OutreachBot.Addresses;

namespace OutreachBot.Responders.Sheets;

/// <summary>Reads the number she is written to at: it must be able to receive SMS.</summary>
internal static class PhoneCell
{
    /// <param name="country">Hers, if it could be read: the mend shows what a mobile looks like there.</param>
    /// <returns>Null where a fault was added.</returns>
    public static PhoneNumber? Read(string text, string? country, LineFaults faults)
    {
        var example = PhonePlan.MobileOf(country);
        if (!text.StartsWith('+'))
        {
            faults.Add("phone", "it does not begin with + and the country's code", $"Write it in E.164, like {example}; in a spreadsheet make the column text first, or it takes the + away.");
            return null;
        }
        if (PhoneNumber.TryFrom(text, country: null) is not { } phone)
        {
            faults.Add("phone", "no country's plan has such a number", $"A mobile looks like {example}: count the digits.");
            return null;
        }
        if (phone.Kind != PhoneKind.Mobile)
        {
            faults.Add(
                "phone", $"it is {PhonePlan.KindOf(phone)}, no mobile, and can't receive SMS",
                $"Write her mobile's number: one looks like {PhonePlan.MobileOf(phone.Country ?? country)}.");
            return null;
        }
        return phone;
    }
}
