namespace OutreachBot.Flows.Texting;

/// <summary>What the person's end can show; the engine knows no more of channels than this.</summary>
public enum ChannelKind
{
    /// <summary>Short messages: folded to GSM-7, at most two segments a prompt.</summary>
    Sms,

    /// <summary>WhatsApp: full spelling, voice, pictures, location.</summary>
    WhatsApp,
}
