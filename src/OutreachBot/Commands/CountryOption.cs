using System.CommandLine;
using OutreachBot.Responders.Sheets;

namespace OutreachBot.Commands;

/// <summary><c>--country</c>: BO or GT, or the country's name, as a sheet may have it.</summary>
internal static class CountryOption
{
    /// <summary>A new one each time: an option belongs to one command.</summary>
    public static Option<string?> Create(string about)
    {
        var option = new Option<string?>("--country") { Description = $"{about} BO or GT.", HelpName = "C" };
        option.Validators.Add(result =>
        {
            if (Of(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError("--country is to be BO or GT.");
            }
        });
        return option;
    }

    /// <returns>BO or GT; null for nothing, or what is neither.</returns>
    public static string? Of(string? text) =>
        SpanishWords.Read(text ?? "").ToUpperInvariant() is ("BO" or "GT") and var country ? country : null;
}
