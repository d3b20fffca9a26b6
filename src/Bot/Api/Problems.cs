using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Api;

/// <summary>Every refusal in one shape (RFC 9457): what happened, where (a JSON pointer), and what to do.</summary>
public static class Problems
{
    public static ProblemHttpResult Of(int status, string title, string detail, string remedy, string? pointer = null) =>
        TypedResults.Problem(Details(status, title, detail, remedy, pointer));

    /// <summary>403: whoever asks may not.</summary>
    /// <param name="right">Who may: "a manager of EMEA or an admin".</param>
    public static ProblemHttpResult RightIsMissing(FormattableString right) =>
        Of(403, "A right is missing", FormattableString.Invariant($"This takes {right}."), "Ask one of them.");

    public static ProblemDetails Details(int status, string title, string detail, string remedy, string? pointer = null)
    {
        var problem = new ProblemDetails
        {
            Status = status,
            Title = title,
            Detail = detail,
        };
        problem.Extensions["remedy"] = remedy;
        if (pointer is not null)
            problem.Extensions["pointer"] = pointer;
        return problem;
    }

    /// <summary>503: nothing was stored, the same request may come again.</summary>
    public static ProblemHttpResult Unavailable(HttpContext http, TimeSpan retryAfter)
    {
        http.Response.Headers.RetryAfter = ((int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
        return Of(
            503,
            "Not now",
            "The database is away or the host is overloaded; nothing was stored.",
            "Send the same request again after Retry-After seconds."
        );
    }
}
