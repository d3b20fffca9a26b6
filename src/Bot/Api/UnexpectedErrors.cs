using Storage;

namespace Bot.Api;

/// <summary>The last net: a store that is away is a 503 with Retry-After, and a bug of ours says nothing about its insides.</summary>
internal sealed partial class UnexpectedErrors(RequestDelegate next, ILogger<UnexpectedErrors> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception away) when (StoreUnavailableException.IsMeantBy(away) && !http.Response.HasStarted)
        {
            await Problems.Unavailable(http, TimeSpan.FromSeconds(5)).ExecuteAsync(http);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await Problems
                .Of(bad.StatusCode, "The request cannot be read", bad.Message, "Correct the request and send it again.")
                .ExecuteAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for this answer any more.
        }
        catch (Exception unexpected) when (!http.Response.HasStarted)
        {
            Unexpected(log, http.Request.Path, unexpected);
            await Problems
                .Of(
                    500,
                    "Something went wrong on our side",
                    "The request was not completed.",
                    "Try again; if it stays, the host's log names the reason."
                )
                .ExecuteAsync(http);
        }
    }

    [LoggerMessage(5000, LogLevel.Error, "Unexpected error at {Path}")]
    private static partial void Unexpected(ILogger logger, string path, Exception exception);
}
