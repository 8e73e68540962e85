using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using OutreachBot.Demo;
using OutreachBot.Media.Stripping;
using OutreachBot.Settings;
using OutreachBot.Transactions;

namespace OutreachBot.Channels.Simulator;

/// <summary>Answers the simulator's page.</summary>
internal sealed class SimulatorDesk(
    PhoneBoard board,
    SimulatedLine simulated,
    TimeTravel time,
    ITransactions transactions,
    IEnumerable<IDemoResident> residents,
    IOptions<LineOptions> line,
    IHostApplicationLifetime lifetime)
{
    private const int LongestWaitSeconds = 25;

    /// <summary>Bytes: a picture or voice of the largest size in base64, and some words.</summary>
    private const int LargestMessage = (Stripper.MostBytes / 3 * 4) + (64 * 1024);

    /// <summary><c>POST /simulator/messages</c>: a phone writes to the line, on the same way as a webhook.</summary>
    public async Task SendAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestMessage;
        }
        if (await ReadAsync(context, SimulatorJson.Default.MessageRequest) is not { } request)
        {
            return;
        }
        if (SimulatedPhones.Find(request.Phone) is not { } phone)
        {
            await RefuseAsync(context, "phone: reporter, defender, official or coordinator");
            return;
        }
        if (request.Channel is not (null or "sms" or "whatsapp") || request.Media is not (null or "voice" or "image"))
        {
            await RefuseAsync(context, "channel: sms or whatsapp; media: voice or image");
            return;
        }
        if (request is { Bytes: not null, Media: null })
        {
            await RefuseAsync(context, "bytes: only with media, voice or image");
            return;
        }
        if (request.Pin is not (null or { Lat: >= -90 and <= 90, Lon: >= -180 and <= 180 }))
        {
            await RefuseAsync(context, "pin: lat from -90 to 90, lon from -180 to 180");
            return;
        }
        var since = board.Since(long.MaxValue).Last;

        // Not the request's token: a page that is closed has still sent its message.
        await simulated.SendAsync(phone, request, CancellationToken.None);
        await WriteStateAsync(context, since);
    }

    /// <summary><c>GET /simulator/state?since=N&amp;wait=S</c>: what stands on the phones after a bubble; waits for something new.</summary>
    public async Task ShowAsync(HttpContext context)
    {
        var since = long.TryParse(context.Request.Query["since"], out var n) ? n : 0;
        if (int.TryParse(context.Request.Query["wait"], out var seconds) && seconds > 0)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            await board.WaitAsync(since, TimeSpan.FromSeconds(Math.Min(seconds, LongestWaitSeconds)), either.Token);
        }
        await WriteStateAsync(context, since);
    }

    /// <summary><c>POST /simulator/clock</c>: due timers run before it answers.</summary>
    public async Task AdvanceAsync(HttpContext context)
    {
        if (await ReadAsync(context, SimulatorJson.Default.ClockRequest) is not { } request)
        {
            return;
        }
        if (request.AdvanceMinutes is not (>= 0 and <= TimeTravel.MostMinutes))
        {
            await RefuseAsync(context, $"advanceMinutes: 0 to {TimeTravel.MostMinutes}");
            return;
        }
        await time.AdvanceAsync(TimeSpan.FromMinutes(request.AdvanceMinutes.Value), context.RequestAborted);
        await context.Response.WriteAsJsonAsync(
            new ClockState(time.Now, time.Lead.TotalMinutes), SimulatorJson.Default.ClockState, cancellationToken: context.RequestAborted);
    }

    /// <summary><c>POST /simulator/reset</c>: everything the demo made goes, the samples come back; the clock stays.</summary>
    public async Task ResetAsync(HttpContext context)
    {
        await transactions.RunAsync(
            unit =>
            {
                foreach (var resident in residents)
                {
                    resident.MoveOut(unit);
                }
                foreach (var resident in residents)
                {
                    resident.MoveIn(unit);
                }
            },
            context.RequestAborted);
        board.Wipe();
        await WriteStateAsync(context, since: 0);
    }

    private Task WriteStateAsync(HttpContext context, long since)
    {
        var (first, last, entries) = board.Since(since);
        return context.Response.WriteAsJsonAsync(
            new BoardState(line.Value.Name, time.Now, time.Lead.TotalMinutes, first, last, entries),
            SimulatorJson.Default.BoardState,
            cancellationToken: context.RequestAborted);
    }

    private static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> form)
        where T : class
    {
        try
        {
            if (await context.Request.ReadFromJsonAsync(form, context.RequestAborted) is { } read)
            {
                return read;
            }
        }
        catch (JsonException)
        {
        }
        await RefuseAsync(context, "not the JSON object expected");
        return null;
    }

    private static Task RefuseAsync(HttpContext context, string error)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsJsonAsync(
            new Refusal(error), SimulatorJson.Default.Refusal, cancellationToken: context.RequestAborted);
    }
}
