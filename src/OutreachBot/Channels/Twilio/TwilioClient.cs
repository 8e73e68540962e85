using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace OutreachBot.Channels.Twilio;

/// <summary>What the provider answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ErrorCode">The provider's own code, when it gave one.</param>
/// <param name="RetryAfter">Its word on when to come again.</param>
/// <param name="Value">What was asked for; null on an error, and when the answer could not be read.</param>
internal sealed record TwilioAnswer<T>(HttpStatusCode Status, int? ErrorCode, TimeSpan? RetryAfter, T? Value)
    where T : class
{
    public bool IsSuccess => (int)Status is >= 200 and <= 299;
}

/// <summary>The part of the provider's API that the line uses.</summary>
/// <remarks>No address it calls holds a number of a person: addresses end up in logs on the way.</remarks>
internal sealed class TwilioClient
{
    private readonly HttpClient _http;
    private readonly string _account;

    public TwilioClient(HttpClient http, IOptions<TwilioOptions> options)
    {
        var settings = options.Value;
        _http = http;
        _http.BaseAddress = settings.ApiBaseUrl;
        _account = $"/2010-04-01/Accounts/{settings.AccountSid}";
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.AccountSid}:{settings.AuthToken}")));
    }

    /// <summary>Creates a message. Not idempotent: after a lost answer it may exist or not.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public Task<TwilioAnswer<TwilioMessage>> CreateAsync(
        string from, string to, string body, Uri? statusCallback, CancellationToken cancellationToken)
    {
        var form = new List<KeyValuePair<string, string>> { new("From", from), new("To", to), new("Body", body) };
        if (statusCallback is not null)
        {
            form.Add(new("StatusCallback", statusCallback.AbsoluteUri));
        }
        return SendAsync(
            new HttpRequestMessage(HttpMethod.Post, $"{_account}/Messages.json") { Content = new FormUrlEncodedContent(form) },
            TwilioJson.Default.TwilioMessage, cancellationToken);
    }

    /// <summary>Messages to or from one of our own numbers, newest first; at most 5,000.</summary>
    public async Task<TwilioAnswer<TwilioMessages>> ListAsync(TwilioQuery query, CancellationToken cancellationToken)
    {
        const int mostPages = 5;
        var found = new List<TwilioMessage>();
        var page = $"{_account}/Messages.json?{query}";
        for (var i = 0; i < mostPages; i++)
        {
            var answer = await SendAsync(
                new HttpRequestMessage(HttpMethod.Get, page), TwilioJson.Default.TwilioMessagePage, cancellationToken);
            if (answer.Value is null)
            {
                return new TwilioAnswer<TwilioMessages>(answer.Status, answer.ErrorCode, answer.RetryAfter, null);
            }
            found.AddRange(answer.Value.Messages ?? []);
            if (answer.Value.NextPageUri is not { Length: > 0 } next || !next.StartsWith('/'))
            {
                return Whole(true);
            }
            page = next;
        }
        return Whole(false);

        TwilioAnswer<TwilioMessages> Whole(bool isWhole) => new(HttpStatusCode.OK, null, null, new TwilioMessages(found, isWhole));
    }

    /// <summary>The provider's record of a message; 404 where it has none.</summary>
    public Task<TwilioAnswer<TwilioMessage>> ShowMessageAsync(string sid, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{_account}/Messages/{sid}.json"), TwilioJson.Default.TwilioMessage, cancellationToken);

    /// <summary>Deletes the provider's record of a message, and with it its media.</summary>
    public Task<TwilioAnswer<TwilioMessage>> DeleteMessageAsync(string sid, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"{_account}/Messages/{sid}.json"), TwilioJson.Default.TwilioMessage, cancellationToken);

    private async Task<TwilioAnswer<T>> SendAsync<T>(
        HttpRequestMessage request, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> form, CancellationToken cancellationToken)
        where T : class
    {
        using (request)
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? new TwilioAnswer<T>(response.StatusCode, null, null, Read(body, form))
                : new TwilioAnswer<T>(
                    response.StatusCode, Read(body, TwilioJson.Default.TwilioErrorBody)?.Code, response.Headers.RetryAfter?.Delta, null);
        }
    }

    private static T? Read<T>(byte[] body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> form)
        where T : class
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, form);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
