using OutreachBot.Privacy;

namespace OutreachBot.Media;

/// <summary>How the engine and seals call a medium: <c>m:</c> and its id.</summary>
internal static class MediumHandle
{
    private const string Prefix = "m:";

    public static string Of(RandomId id) => Prefix + id;

    public static bool TryRead(string handle, out RandomId id)
    {
        id = default;
        return handle.StartsWith(Prefix, StringComparison.Ordinal) && RandomId.TryParse(handle[Prefix.Length..], out id);
    }
}
