using System.Text.Json;
using Bot.Settings;
using Bot.Teams.Wire;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Teams.Tokens;

/// <summary>Whether a request is from the Bot Framework: its token first, then whether the token speaks for this activity.</summary>
internal sealed class InboundTokens(TeamsSettings settings, SigningKeys keys, TimeProvider clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    private readonly string issuer = MicrosoftCloud.Of(settings).Issuer;

    /// <summary>Every trouble, also that the keys are out of reach, is a refusal with its reason.</summary>
    public async Task<TokenCheck> CheckAsync(string? authorization, CancellationToken ct)
    {
        if (authorization?.Split(' ') is not ["Bearer", { Length: > 0 } token])
            return new TokenCheck.Refused("no bearer token");

        try
        {
            var known = await keys.CurrentAsync(ct);
            var result = await ValidateAsync(token, known);
            if (result.Exception is SecurityTokenSignatureKeyNotFoundException && await keys.RefreshAsync(known, ct) is { } newer)
                result = await ValidateAsync(token, newer);

            return result is { IsValid: true, SecurityToken: JsonWebToken { SigningKey: JsonWebKey key } valid }
                ? new TokenCheck.Trusted(valid, key)
                : new TokenCheck.Refused(result.Exception?.GetType().Name ?? "no signing key");
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            return new TokenCheck.Refused(trouble.GetType().Name);
        }
    }

    /// <summary>A token is good for one service URL, and a key for the channels it is endorsed for. Null where both hold.</summary>
    public static TokenCheck.Refused? Speaks(TokenCheck.Trusted trusted, Activity activity)
    {
        if (Endorsements(trusted.Key) is { Count: > 0 } endorsed && !endorsed.Contains(activity.ChannelId ?? ""))
            return new("the key is not endorsed for this channel");

        return trusted.Token.TryGetPayloadValue<string>("serviceurl", out var claimed) && claimed == activity.ServiceUrl
            ? null
            : new("the token is for another service URL");
    }

    private Task<TokenValidationResult> ValidateAsync(string token, KeySet known) =>
        Handler.ValidateTokenAsync(
            token,
            new()
            {
                ValidIssuer = issuer,
                ValidAudience = settings.AppId,
                ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
                IssuerSigningKeys = known.Keys,
                TryAllIssuerSigningKeys = false,
                LifetimeValidator = (from, until, _, _) => IsAlive(from, until),
            }
        );

    private bool IsAlive(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now <= end + Tolerance && (from is not { } start || start - Tolerance <= now);
    }

    private static HashSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var list)
            ? list switch
            {
                JsonElement { ValueKind: JsonValueKind.Array } names => [.. names.EnumerateArray().Select(name => name.ToString())],
                IEnumerable<object> names => [.. names.Select(name => $"{name}")],
                _ => throw new SecurityTokenInvalidSigningKeyException($"The endorsements of a key are a {list?.GetType().Name}."),
            }
            : [];
}

internal abstract record TokenCheck
{
    private TokenCheck() { }

    public sealed record Trusted(JsonWebToken Token, JsonWebKey Key) : TokenCheck;

    /// <param name="Reason">For the log; the caller is told nothing.</param>
    public sealed record Refused(string Reason) : TokenCheck;
}
