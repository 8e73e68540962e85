namespace OutreachBot.Hosting;

/// <summary>Where an exception that nobody expected ends: 500, and a log line without its message.</summary>
/// <remarks>The framework would log the message, and a message may quote what a person wrote.</remarks>
internal sealed class FaultBarrier(RequestDelegate next, ILogger<FaultBarrier> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The other side has gone; there is nobody to answer.
        }
        catch (BadHttpRequestException e)
        {
            context.Response.StatusCode = e.StatusCode;
        }
        catch (Exception e)
        {
            HostLog.Fault(logger, e.GetType().FullName ?? "", e.StackTrace ?? "");
            if (!context.Response.HasStarted)
            {
                context.Response.Clear();
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
    }
}
