using System.CommandLine;
using OutreachBot.Flows.Languages;

namespace OutreachBot.Commands;

/// <summary>An option that takes one of the line's languages.</summary>
internal static class LanguageOption
{
    public static Option<string> Create(string name, string about)
    {
        var option = new Option<string>(name) { Description = about, HelpName = "LANG" };
        option.AcceptOnlyFromAmong([.. LanguageTag.All.Select(l => l.ToString())]);
        return option;
    }

    /// <summary>The language given; Spanish where none was.</summary>
    public static LanguageTag Of(string? value) => LanguageTag.TryParse(value, out var tag) ? tag : LanguageTag.Spanish;
}
