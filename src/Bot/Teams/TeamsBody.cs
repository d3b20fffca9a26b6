namespace Bot.Teams;

/// <summary>The bytes of a request, up to what an activity may hold; counted as they come, since a length is only a claim.</summary>
internal static class TeamsBody
{
    private const int Limit = 256 * 1024;

    /// <summary>Null when there are too many.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Limit)
            return null;

        var body = new byte[Limit + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, ct);
        return length > Limit ? null : body.AsMemory(0, length);
    }
}
