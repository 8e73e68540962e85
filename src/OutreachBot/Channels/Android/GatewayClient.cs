using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace OutreachBot.Channels.Android;

/// <summary>What a phone's API answered.</summary>
/// <param name="State">Of the message, where it was told.</param>
/// <param name="RetryAfter">Its word on when to come again.</param>
internal readonly record struct GatewayAnswer(HttpStatusCode Status, string? State, TimeSpan? RetryAfter)
{
    public bool IsSuccess => (int)Status is >= 200 and <= 299;
}

/// <summary>The part of the app's API that the line uses.</summary>
/// <remarks>No address it calls holds a number of a person: messages go by ids of our own.</remarks>
internal sealed class GatewayClient
{
    /// <summary>Of today's builds, and of those before them.</summary>
    private static readonly string[] Paths = ["messages", "message"];

    private readonly HttpClient _http;

    public GatewayClient(HttpClient http, GatewayDevice device)
    {
        _http = http;
        _http.BaseAddress = device.ApiBaseUrl;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{device.User}:{device.Password}")));
    }

    /// <summary>Has a message sent; asked again with the same id, the app sends nothing (409).</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public Task<GatewayAnswer> SendAsync(GatewayMessage message, CancellationToken cancellationToken) => TryPathsAsync(
        path => Request(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(message, GatewayJson.Default.GatewayMessage)), cancellationToken);

    /// <summary>What the app knows of a message; 404 where it has none.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public Task<GatewayAnswer> ShowAsync(string id, CancellationToken cancellationToken) =>
        TryPathsAsync(path => Request(HttpMethod.Get, $"{path}/{id}", null), cancellationToken);

    /// <summary>Asks it to keep short what it keeps.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public Task<GatewayAnswer> AskAsync(GatewayWishes wishes, CancellationToken cancellationToken) => CallAsync(
        Request(HttpMethod.Patch, "settings", JsonSerializer.SerializeToUtf8Bytes(wishes, GatewayJson.Default.GatewayWishes)), cancellationToken);

    private async Task<GatewayAnswer> TryPathsAsync(Func<string, HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        var answer = default(GatewayAnswer);
        foreach (var path in Paths)
        {
            answer = await CallAsync(request(path), cancellationToken);
            if (answer.Status is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
            {
                break;
            }
        }
        return answer;
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, byte[]? json)
    {
        var request = new HttpRequestMessage(method, path);
        if (json is not null)
        {
            request.Content = new ByteArrayContent(json);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        return request;
    }

    private async Task<GatewayAnswer> CallAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            var body = response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync(cancellationToken) : [];
            return new GatewayAnswer(response.StatusCode, StateIn(body), response.Headers.RetryAfter?.Delta);
        }
    }

    private static string? StateIn(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, GatewayJson.Default.GatewayState)?.State;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
