using PhoneNumbers;

namespace OutreachBot.Addresses;

/// <summary>What a country's telephone plan says, in words for whoever wrote a number down.</summary>
/// <remarks>By libphonenumber's tables.</remarks>
internal static class PhonePlan
{
    /// <summary>What kind of line a number is: "a landline".</summary>
    public static string KindOf(PhoneNumber phone)
    {
        var plans = PhoneNumberUtil.GetInstance();
        return plans.GetNumberType(plans.Parse(phone.E164, defaultRegion: null)) switch
        {
            PhoneNumberType.FIXED_LINE => "a landline",
            PhoneNumberType.TOLL_FREE => "a toll-free line",
            PhoneNumberType.PREMIUM_RATE or PhoneNumberType.SHARED_COST => "a line that costs extra",
            PhoneNumberType.VOIP => "an internet telephone",
            PhoneNumberType.PAGER => "a pager",
            PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE => "a mobile",
            _ => "no line of a person",
        };
    }

    /// <summary>A mobile of that country as it is to be written; nobody's.</summary>
    /// <param name="country">ISO 3166, two letters; of one that isn't known, or null, Bolivia's is shown.</param>
    public static string MobileOf(string? country)
    {
        var plans = PhoneNumberUtil.GetInstance();
        var example = plans.GetExampleNumberForType(country ?? "BO", PhoneNumberType.MOBILE)
            ?? plans.GetExampleNumberForType("BO", PhoneNumberType.MOBILE);
        return plans.Format(example, PhoneNumberFormat.E164);
    }
}
