using System.Collections.Frozen;

namespace OutreachBot.Channels.Simulator;

/// <summary>The page's files, embedded in the program: nothing is fetched from elsewhere.</summary>
internal static class PageFiles
{
    private const string Prefix = "simulator/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    public static async Task WriteAsync(HttpContext context, string file)
    {
        await using var content = typeof(PageFiles).Assembly.GetManifestResourceStream(Prefix + file);
        if (content is null || !Types.TryGetValue(Path.GetExtension(file), out var type))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Response.ContentType = type;
        await content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
