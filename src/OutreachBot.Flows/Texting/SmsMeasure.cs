namespace OutreachBot.Flows.Texting;

/// <summary>How the network carries a text.</summary>
public enum SmsEncoding
{
    /// <summary>3GPP TS 23.038 default alphabet, 7 bits a septet.</summary>
    Gsm7,

    /// <summary>UTF-16 code units, as soon as one character is outside GSM-7.</summary>
    Ucs2,
}

/// <summary>What a text costs as SMS.</summary>
/// <param name="Encoding">How it is carried.</param>
/// <param name="Units">Septets (GSM-7) or UTF-16 code units (UCS-2).</param>
/// <param name="Segments">Messages billed; 1 for an empty text.</param>
public readonly record struct SmsMeasure(SmsEncoding Encoding, int Units, int Segments);
