using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OutreachBot.Tests;

/// <summary>A message that the phone was asked to send.</summary>
internal sealed record PhoneMessage(string Id, string To, string Text, int? SimNumber);

/// <summary>What goes wrong with the next call.</summary>
internal enum PhoneFault
{
    TooManyRequests,
    ServerError,
    ServerErrorAfterTaking,
    WrongCredentials,
    BadRequest,
    SocketClosed,
    SocketClosedAfterTaking,
}

/// <summary>A phone with the gateway app: its API over real HTTP on a loopback port, and its calls to the line, signed.</summary>
internal sealed class FakePhone : IAsyncDisposable
{
    public const string Key = "clave-de-prueba-A1";
    public const string User = "sms";
    public const string Password = "zqxwvkjq-word";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<PhoneFault> _faults = new();
    private readonly ConcurrentDictionary<string, PhoneMessage> _held = new(StringComparer.Ordinal);

    private FakePhone(WebApplication app, string id, string number) => (_app, Id, Number) = (app, id, number);

    public string Id { get; }

    /// <summary>Of its card.</summary>
    public string Number { get; }

    public Uri Address => new(_app.Urls.First());

    /// <summary>What it has sent, in order.</summary>
    public ConcurrentQueue<PhoneMessage> Sent { get; } = new();

    /// <summary>Every path and query that was called.</summary>
    public ConcurrentQueue<string> Called { get; } = new();

    /// <summary>What it was asked to keep short.</summary>
    public ConcurrentQueue<string> Wishes { get; } = new();

    /// <summary>An older build: <c>message</c>, not <c>messages</c>.</summary>
    public bool IsOld { get; init; }

    /// <summary>Called before it answers that it takes a message.</summary>
    public Func<PhoneMessage, Task> BeforeAnswer { get; set; } = _ => Task.CompletedTask;

    /// <summary>The line it tells; null: none yet.</summary>
    public HttpClient? Line { get; set; }

    public static async Task<FakePhone> StartAsync(string id = "bolivia", string number = "+59170000001", bool isOld = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var phone = new FakePhone(app, id, number) { IsOld = isOld };
        app.Run(phone.HandleAsync);
        await app.StartAsync();
        return phone;
    }

    /// <summary>Settings that point a host here.</summary>
    /// <param name="at">Which of the line's phones it is.</param>
    public Dictionary<string, string?> Settings(int at = 0, string country = "BO", int parts = 10_000) => new(StringComparer.Ordinal)
    {
        [$"Android:Devices:{at}:Id"] = Id,
        [$"Android:Devices:{at}:Country"] = country,
        [$"Android:Devices:{at}:Phone"] = Number,
        [$"Android:Devices:{at}:ApiBaseUrl"] = Address.ToString(),
        [$"Android:Devices:{at}:User"] = User,
        [$"Android:Devices:{at}:Password"] = Password,
        [$"Android:Devices:{at}:SigningKey"] = Key,
        [$"Android:Devices:{at}:PartsPer30Minutes"] = parts.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    public void FailNext(params PhoneFault[] faults)
    {
        foreach (var fault in faults)
        {
            _faults.Enqueue(fault);
        }
    }

    /// <summary>Somebody's SMS comes in, and the app tells the line.</summary>
    /// <param name="id">Of the event; the same for every try.</param>
    public async Task<HttpStatusCode> GetsAsync(string from, string text, string? id = null) =>
        (await TellAsync("sms:received", new { messageId = "f688ae26", message = text, phoneNumber = from, simNumber = 1, receivedAt = "2026-11-24T03:15:00.000-04:00" }, id)).StatusCode;

    /// <summary>What became of a message that it had sent.</summary>
    public async Task<HttpStatusCode> NewsAsync(string what, string messageId, string to) =>
        (await TellAsync(what, new { messageId, phoneNumber = to, simNumber = 1 })).StatusCode;

    public Task<HttpResponseMessage> TellAsync(string what, object payload, string? id = null) => PostAsync(JsonSerializer.Serialize(
        new { deviceId = "ffffffffceb0b1db", @event = what, id = id ?? Fresh(), payload, webhookId = "wh1" }));

    /// <param name="at">The signed time; null: now.</param>
    public Task<HttpResponseMessage> PostAsync(
        string body, DateTimeOffset? at = null, string key = Key, string? device = null, string type = "application/json")
    {
        var timestamp = (at ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, $"/channels/android/{device ?? Id}") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("X-Timestamp", timestamp);
        request.Headers.Add("X-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(body + timestamp))));
        return Line!.SendAsync(request);
    }

    public static string Fresh() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Called.Enqueue(path + context.Request.QueryString);
        var fault = path != "/settings" && _faults.TryDequeue(out var next) ? next : (PhoneFault?)null;
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
        var refusal = fault switch
        {
            PhoneFault.TooManyRequests => 429,
            PhoneFault.ServerError => 500,
            PhoneFault.WrongCredentials => 401,
            PhoneFault.BadRequest => 400,
            _ when context.Request.Headers.Authorization != expected => 401,
            _ => 0,
        };
        context.Response.Headers.RetryAfter = refusal == 429 ? "7" : default;
        if (fault == PhoneFault.SocketClosed)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = refusal;
        var root = IsOld ? "/message" : "/messages";
        if (refusal == 0)
        {
            context.Response.StatusCode = context.Request.Method switch
            {
                "POST" when path == root => await TakeAsync(context, fault),
                "GET" when path.StartsWith(root + "/", StringComparison.Ordinal) => _held.ContainsKey(path[(root.Length + 1)..]) ? 200 : 404,
                "PATCH" when path == "/settings" => await WishAsync(context),
                _ => 404,
            };
        }
    }

    private async Task<int> TakeAsync(HttpContext context, PhoneFault? fault)
    {
        var asked = (await JsonNode.ParseAsync(context.Request.Body))!;
        var message = new PhoneMessage((string)asked["id"]!, (string)asked["phoneNumbers"]!.AsArray().Single()!, (string)asked["message"]!, (int?)asked["simNumber"]);
        if (!_held.TryAdd(message.Id, message))
        {
            return 409;
        }
        Sent.Enqueue(message);
        if (fault == PhoneFault.SocketClosedAfterTaking)
        {
            context.Abort();
        }
        await BeforeAnswer(message);
        return fault == PhoneFault.ServerErrorAfterTaking ? 500 : 202;
    }

    private async Task<int> WishAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Wishes.Enqueue(await reader.ReadToEndAsync());
        return 200;
    }
}
