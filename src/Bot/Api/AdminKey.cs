using System.Security.Cryptography;
using System.Text;
using Bot.Settings;

namespace Bot.Api;

/// <summary>Lets only bearers of <c>Admin:ApiKey</c> through. Without a configured key nobody is.</summary>
internal sealed class AdminKey(AdminSettings settings) : IEndpointFilter
{
    private readonly byte[]? expected = settings.ApiKey is { } key ? SHA256.HashData(Encoding.UTF8.GetBytes(key)) : null;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (IsBearer(context.HttpContext.Request.Headers.Authorization))
            return await next(context);

        context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(
            401,
            "Not signed in",
            expected is null ? "This host has no Admin:ApiKey, so its API answers nobody." : "The bearer token is missing or wrong.",
            expected is null ? "Set Admin__ApiKey and start again." : "Send Authorization: Bearer <Admin:ApiKey>."
        );
    }

    /// <summary>Hashes first, so that neither the length nor the content of the key can be told from the time it takes.</summary>
    private bool IsBearer(string? header) =>
        expected is not null
        && header is not null
        && header.StartsWith("Bearer ", StringComparison.Ordinal)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(header["Bearer ".Length..])), expected);
}
