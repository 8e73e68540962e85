using PhoneNumbers;

namespace OutreachBot.Addresses;

public enum PhoneKind
{
    /// <summary>A mobile, or a number whose plan doesn't tell: it can be texted.</summary>
    Mobile,

    /// <summary>A landline, a toll-free line, a short code.</summary>
    Other,
}

/// <summary>A telephone number that its country's plan knows, in E.164. It prints as nothing.</summary>
public sealed record PhoneNumber
{
    private PhoneNumber(string e164, string? country, PhoneKind kind)
    {
        E164 = e164;
        Country = country;
        Kind = kind;
    }

    /// <summary>Private: <c>+</c> and up to 15 digits.</summary>
    public string E164 { get; }

    /// <summary>ISO 3166, two letters; null where several countries share the plan.</summary>
    public string? Country { get; }

    public PhoneKind Kind { get; }

    /// <param name="text">As people write it, with or without the country's code; at most 40 characters.</param>
    /// <param name="country">Whose plan to read it by when it has no code; null: it must have one.</param>
    /// <returns>Null for what no plan knows.</returns>
    public static PhoneNumber? TryFrom(string? text, string? country)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40)
        {
            return null;
        }
        var plans = PhoneNumberUtil.GetInstance();
        try
        {
            var number = plans.Parse(text, country ?? "ZZ");
            // An extension is dialled by hand and can't be texted; dropping it would write to somebody else.
            return plans.IsValidNumber(number) && !number.HasExtension
                ? new PhoneNumber(
                    plans.Format(number, PhoneNumberFormat.E164), plans.GetRegionCodeForNumber(number), KindOf(plans.GetNumberType(number)))
                : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>Where she is answered when she writes by a channel.</summary>
    public Address On(Channel channel) =>
        Address.TryFrom(channel, E164) ?? throw new InvalidOperationException("A number in E.164 is an address on any channel.");

    public override string ToString() => "[phone]";

    private static PhoneKind KindOf(PhoneNumberType type) =>
        type is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE ? PhoneKind.Mobile : PhoneKind.Other;
}
