using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using OutreachBot.Tests.Support;

namespace OutreachBot.Tests;

/// <summary>A message that somebody had the fake provider send.</summary>
internal sealed record SentMessage(string Sid, string From, string To, string Body, string? StatusCallback, DateTimeOffset CreatedAt);

/// <summary>What goes wrong with the next call.</summary>
internal enum TwilioFault
{
    TooManyRequests,
    ServerError,
    ServerErrorAfterTaking,
    Unavailable,
    BadGateway,
    WrongCredentials,
    OptedOut,
    NotAMobile,
    QueueFull,
    UnverifiedNumber,
    NotFinishedYet,
    HalfAnswerAfterTaking,
    NotJsonAfterTaking,
    SocketClosed,
    SocketClosedAfterTaking,

    /// <summary>Never answers, until the caller gives up.</summary>
    Silent,
}

/// <summary>The part of the provider's API that the line uses: real HTTP on a loopback port. It records, and fails on demand.</summary>
internal sealed class FakeTwilio : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<TwilioFault> _faults = new();
    private readonly ConcurrentDictionary<string, SentMessage> _messages = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    private FakeTwilio(WebApplication app, TimeProvider time)
    {
        _app = app;
        _time = time;
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>Everything taken, in order, also what was deleted later.</summary>
    public ConcurrentQueue<SentMessage> Sent { get; } = new();

    public ConcurrentQueue<string> Deleted { get; } = new();

    /// <summary>Records that stay after a deletion that was answered with 204, by id, and how many more times.</summary>
    public ConcurrentDictionary<string, int> Surviving { get; } = new(StringComparer.Ordinal);

    /// <summary>Records that it will not delete (400).</summary>
    public ConcurrentDictionary<string, bool> Undeletable { get; } = new(StringComparer.Ordinal);

    /// <summary>Messages a page of a list holds at most, whatever is asked for.</summary>
    public int MostPerPage { get; set; } = 1000;

    /// <summary>A list that keeps to no date: all days come.</summary>
    public bool ListsAllDays { get; set; }

    /// <summary>Every path and query that was called.</summary>
    public ConcurrentQueue<string> Called { get; } = new();

    /// <summary>What the provider holds now.</summary>
    public IReadOnlyCollection<SentMessage> Held => [.. _messages.Values];

    /// <summary>Settings that point a host here.</summary>
    public Dictionary<string, string?> Settings => new(SignedWebhook.Settings, StringComparer.Ordinal)
    {
        ["Twilio:ApiBaseUrl"] = Address.ToString(),
        ["Twilio:WhatsAppFrom"] = "whatsapp:+14155238886",
        ["PublicUrl"] = "https://bot.example.org",
    };

    public static async Task<FakeTwilio> StartAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeTwilio(app, time ?? TimeProvider.System);
        app.Run(fake.HandleAsync);
        await app.StartAsync();
        return fake;
    }

    /// <summary>What is attached to messages, by <c>message/medium</c>.</summary>
    public ConcurrentDictionary<string, byte[]> Media { get; } = new(StringComparer.Ordinal);

    /// <summary>Where the bytes of media are to be had; null: here.</summary>
    public Uri? MediaAt { get; set; }

    /// <summary>The next calls go wrong, one after the other.</summary>
    public void FailNext(params TwilioFault[] faults)
    {
        foreach (var fault in faults)
        {
            _faults.Enqueue(fault);
        }
    }

    /// <summary>A message of somebody that carries something.</summary>
    /// <returns>The fields of the webhook that tells of it.</returns>
    public Dictionary<string, string> HoldInbound(string from, string body, params (string Type, byte[] Bytes)[] media)
    {
        var fields = SignedWebhook.Message(from, body);
        var sid = fields["MessageSid"] = "MM" + fields["MessageSid"][2..];
        fields["NumMedia"] = media.Length.ToString();
        Hold(new SentMessage(sid, from, fields["To"], body, null, _time.GetUtcNow()));
        for (var i = 0; i < media.Length; i++)
        {
            var medium = "ME" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
            Media[$"{sid}/{medium}"] = media[i].Bytes;
            fields[$"MediaContentType{i}"] = media[i].Type;
            fields[$"MediaUrl{i}"] = new Uri(Address, $"/2010-04-01/Accounts/{SignedWebhook.AccountSid}/Messages/{sid}/Media/{medium}").ToString();
        }
        return fields;
    }

    /// <summary>Something that is there from before.</summary>
    public void Hold(SentMessage message) => _messages[message.Sid] = message;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        Called.Enqueue(context.Request.Path + context.Request.QueryString);
        var fault = _faults.TryDequeue(out var next) ? next : (TwilioFault?)null;
        if (await RefuseAsync(context, fault))
        {
            return;
        }
        if (context.Request.Path.Value!.StartsWith("/store/", StringComparison.Ordinal))
        {
            await GiveAsync(context, context.Request.Path.Value["/store/".Length..]);
            return;
        }
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SignedWebhook.AccountSid}:{SignedWebhook.Token}"));
        if (context.Request.Headers.Authorization != expected)
        {
            await ErrorAsync(context, 401, 20003);
            return;
        }
        var root = $"/2010-04-01/Accounts/{SignedWebhook.AccountSid}/Messages";
        var path = context.Request.Path.Value!;
        await (context.Request.Method switch
        {
            "POST" when path == root + ".json" => CreateAsync(context, fault),
            "GET" when path == root + ".json" => ListAsync(context),
            "GET" when path.StartsWith(root + "/", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal) =>
                ShowAsync(context, path[(root.Length + 1)..]),
            "GET" when path.StartsWith(root + "/", StringComparison.Ordinal) => LeadToAsync(context, path[(root.Length + 1)..]),
            "DELETE" when path.StartsWith(root + "/", StringComparison.Ordinal) => DeleteAsync(context, path[(root.Length + 1)..]),
            _ => ErrorAsync(context, 404, 20404),
        });
    }

    private async Task CreateAsync(HttpContext context, TwilioFault? fault)
    {
        var form = await context.Request.ReadFormAsync();
        string to = form["To"].ToString(), from = form["From"].ToString(), body = form["Body"].ToString();
        var missing = to.Length == 0 ? 21604 : from.Length == 0 ? 21603 : body.Length == 0 ? 21602 : body.Length > 1600 ? 21617 : 0;
        if (missing != 0)
        {
            await ErrorAsync(context, 400, missing);
            return;
        }
        var message = new SentMessage(
            "SM" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)),
            from, to, body, form["StatusCallback"] is [{ } callback] ? callback : null, _time.GetUtcNow());
        Sent.Enqueue(message);
        Hold(message);
        switch (fault)
        {
            case TwilioFault.ServerErrorAfterTaking:
                await ErrorAsync(context, 500, 20500);
                break;
            case TwilioFault.SocketClosedAfterTaking:
                context.Abort();
                break;
            case TwilioFault.HalfAnswerAfterTaking:
                context.Response.StatusCode = 201;
                await context.Response.WriteAsync("{\"sid\":\"SM");
                break;
            case TwilioFault.NotJsonAfterTaking:
                context.Response.StatusCode = 201;
                await context.Response.WriteAsync("<html>proxy</html>");
                break;
            default:
                context.Response.StatusCode = 201;
                await context.Response.WriteAsJsonAsync(Resource(message));
                break;
        }
    }

    private Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (since, until) = (DayOf("DateSent>", DateOnly.MinValue), DayOf("DateSent<", DateOnly.MaxValue));
        var found = _messages.Values
            .Where(m => (!query.ContainsKey("From") || m.From == query["From"]) && (!query.ContainsKey("To") || m.To == query["To"]))
            .Where(m => ListsAllDays || (DateOnly.FromDateTime(m.CreatedAt.UtcDateTime) is var day && day >= since && day <= until))
            .OrderByDescending(m => m.CreatedAt).ToList();
        var page = query.TryGetValue("Page", out var asked) ? int.Parse(asked.ToString(), CultureInfo.InvariantCulture) : 0;
        var size = Math.Min(MostPerPage, query.TryGetValue("PageSize", out var wanted) ? int.Parse(wanted.ToString(), CultureInfo.InvariantCulture) : 50);
        var next = found.Count > (page + 1) * size
            ? QueryHelpers.AddQueryString(
                context.Request.Path, query.Where(q => q.Key != "Page").Append(new("Page", (page + 1).ToString(CultureInfo.InvariantCulture))))
            : null;
        return context.Response.WriteAsJsonAsync(new { messages = found.Skip(page * size).Take(size).Select(Resource), next_page_uri = next });

        DateOnly DayOf(string name, DateOnly otherwise) =>
            query.TryGetValue(name, out var day) ? DateOnly.ParseExact(day.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture) : otherwise;
    }

    private Task ShowAsync(HttpContext context, string file) =>
        _messages.TryGetValue(file.Split('.')[0], out var message)
            ? context.Response.WriteAsJsonAsync(Resource(message))
            : ErrorAsync(context, 404, 20404);

    private Task DeleteAsync(HttpContext context, string file)
    {
        var sid = file.Split('.')[0];
        if (!_messages.ContainsKey(sid))
        {
            return ErrorAsync(context, 404, 20404);
        }
        if (Undeletable.ContainsKey(sid))
        {
            return ErrorAsync(context, 400, 20010);
        }
        context.Response.StatusCode = 204;
        if (Surviving.AddOrUpdate(sid, -1, (_, left) => left - 1) >= 0)
        {
            return Task.CompletedTask;
        }
        _messages.TryRemove(sid, out _);
        Deleted.Enqueue(sid);
        foreach (var medium in Media.Keys.Where(m => m.StartsWith(sid + "/", StringComparison.Ordinal)))
        {
            Media.TryRemove(medium, out _);
        }
        return Task.CompletedTask;
    }

    /// <summary>The bytes lie with somebody else: the API only says where.</summary>
    private Task LeadToAsync(HttpContext context, string file)
    {
        var name = file.Replace("/Media/", "/", StringComparison.Ordinal);
        if (!Media.ContainsKey(name))
        {
            return ErrorAsync(context, 404, 20404);
        }
        context.Response.Redirect(new Uri(MediaAt ?? Address, "/store/" + name).ToString());
        return Task.CompletedTask;
    }

    private Task GiveAsync(HttpContext context, string name)
    {
        if (!Media.TryGetValue(name, out var bytes))
        {
            return ErrorAsync(context, 404, 0);
        }
        // Whatever it is: a header is nothing to rely on.
        context.Response.ContentType = "application/octet-stream";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"" + Media.Count + "-zqxwvkjq-name.bin\"";
        return context.Response.Body.WriteAsync(bytes).AsTask();
    }

    /// <returns>True when the call has been dealt with.</returns>
    private static async Task<bool> RefuseAsync(HttpContext context, TwilioFault? fault)
    {
        var (status, code) = fault switch
        {
            TwilioFault.TooManyRequests => (429, 20429),
            TwilioFault.ServerError => (500, 20500),
            TwilioFault.Unavailable => (503, 20503),
            TwilioFault.BadGateway => (502, 0),
            TwilioFault.WrongCredentials => (401, 20003),
            TwilioFault.OptedOut => (400, 21610),
            TwilioFault.NotAMobile => (400, 21614),
            TwilioFault.QueueFull => (400, 21611),
            TwilioFault.UnverifiedNumber => (400, 21608),
            TwilioFault.NotFinishedYet => (409, 20009),
            _ => (0, 0),
        };
        switch (fault)
        {
            case TwilioFault.SocketClosed:
                context.Abort();
                return true;
            case TwilioFault.Silent:
                var gone = new TaskCompletionSource();
                await using (context.RequestAborted.Register(gone.SetResult))
                {
                    await gone.Task;
                }
                return true;
            case TwilioFault.TooManyRequests:
                context.Response.Headers.RetryAfter = "7";
                break;
        }
        if (status != 0)
        {
            await ErrorAsync(context, status, code);
        }
        return status != 0;
    }

    private static Task ErrorAsync(HttpContext context, int status, int code)
    {
        context.Response.StatusCode = status;
        return code == 0
            ? context.Response.WriteAsync("bad gateway")
            : context.Response.WriteAsJsonAsync(new { code, message = "No.", more_info = $"https://www.twilio.com/docs/errors/{code}", status });
    }

    private Dictionary<string, object?> Resource(SentMessage message) => new(StringComparer.Ordinal)
    {
        ["sid"] = message.Sid,
        ["account_sid"] = SignedWebhook.AccountSid,
        ["to"] = message.To,
        ["from"] = message.From,
        ["body"] = message.Body,
        ["direction"] = message.To == SignedWebhook.Settings["Twilio:From"] ? "inbound" : "outbound-api",
        ["status"] = "queued",
        ["num_segments"] = "1",
        ["num_media"] = Media.Keys.Count(m => m.StartsWith(message.Sid + "/", StringComparison.Ordinal)).ToString(CultureInfo.InvariantCulture),
        ["error_code"] = null,
        ["date_created"] = message.CreatedAt.ToString("r"),
    };
}
