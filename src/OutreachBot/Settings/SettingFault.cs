namespace OutreachBot.Settings;

/// <summary>One setting that is wrong, said so that an operator can mend it.</summary>
/// <param name="Name">As written in the environment: <c>Line__Name</c>.</param>
/// <param name="Problem">Without a full stop; never the value of a secret.</param>
/// <param name="Mend">One sentence.</param>
internal sealed record SettingFault(string Name, string Problem, string Mend)
{
    public override string ToString() => $"{Name}: {Problem}. {Mend}";
}

/// <summary>Settings that know their own bounds.</summary>
internal interface ISettings
{
    /// <summary>The section's name; empty for settings at the top.</summary>
    static abstract string Section { get; }

    /// <summary>What is out of bounds.</summary>
    IEnumerable<SettingFault> Check();
}
