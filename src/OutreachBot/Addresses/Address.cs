namespace OutreachBot.Addresses;

/// <summary>Which road a message travels.</summary>
public enum Channel
{
    Sms,
    WhatsApp,

    /// <summary>The phones on the simulator's page, and <c>chat</c> in the terminal.</summary>
    Simulator,
}

/// <summary>Where somebody can be answered: a road and an opaque name on it.</summary>
/// <remarks>A number in E.164 is one kind; WhatsApp may give a business-scoped id instead, and hide the number.</remarks>
public sealed record Address
{
    private Address(Channel channel, string value)
    {
        Channel = channel;
        Value = value;
    }

    public Channel Channel { get; }

    /// <summary>Private: E.164, a business-scoped id, or a simulated phone's name.</summary>
    public string Value { get; }

    /// <summary>The same for SMS and WhatsApp of one number, so that they are one person.</summary>
    public string Identity => Channel == Channel.Simulator ? $"sim:{Value}" : Value;

    /// <param name="value">1 to 200 visible characters, no white space.</param>
    public static Address? TryFrom(Channel channel, string? value) =>
        string.IsNullOrEmpty(value) || value.Length > 200 || value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            ? null
            : new Address(channel, value);

    public override string ToString() => "[address]";
}
