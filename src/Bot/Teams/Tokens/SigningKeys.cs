using Bot.Settings;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Teams.Tokens;

/// <summary>The keys that inbound tokens may be signed with, kept for a day.</summary>
/// <remarks>
/// A key that nobody knows may be a new one, so it is asked for at once; but tokens are anybody's to invent, so how often that happens is
/// limited. The library's ConfigurationManager refreshes in the background, which would turn away the first tokens of a new key.
/// </remarks>
internal sealed class SigningKeys(TeamsSettings settings, IHttpClientFactory http, TimeProvider clock) : IDisposable
{
    private const int RefreshesPerHour = 12;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly Queue<DateTimeOffset> refreshes = [];
    private volatile KeySet? known;

    public async Task<KeySet> CurrentAsync(CancellationToken ct) =>
        known is { } keys && clock.GetUtcNow() - keys.Fetched < Kept ? keys : await RefreshAsync(known, ct) ?? Stale();

    /// <summary>Newer keys than <paramref name="seen"/>; null when they were asked for too often lately.</summary>
    public async Task<KeySet?> RefreshAsync(KeySet? seen, CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            if (known is { } newer && newer != seen)
                return newer;

            return MayRefresh() ? known = await FetchAsync(ct) : null;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private KeySet Stale() => known ?? throw new InvalidOperationException("The signing keys could not be had lately.");

    private bool MayRefresh()
    {
        var now = clock.GetUtcNow();
        while (refreshes.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromHours(1))
            refreshes.Dequeue();

        if (refreshes.Count >= RefreshesPerHour)
            return false;

        refreshes.Enqueue(now);
        return true;
    }

    private async Task<KeySet> FetchAsync(CancellationToken ct)
    {
        using var client = http.CreateClient(TeamsSetup.HttpClientName);
        var address = settings.OpenIdMetadataUrl ?? MicrosoftCloud.Of(settings).OpenIdMetadataUrl;
        var documents = new HttpDocumentRetriever(client) { RequireHttps = !new Uri(address).IsLoopback };
        var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, ct);
        return new([.. configuration.JsonWebKeySet.Keys.Where(IsRsa)], clock.GetUtcNow());
    }

    private static bool IsRsa(JsonWebKey key) =>
        key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, N.Length: > 0, E.Length: > 0, Kid.Length: > 0 };
}

internal sealed record KeySet(IReadOnlyList<JsonWebKey> Keys, DateTimeOffset Fetched);
