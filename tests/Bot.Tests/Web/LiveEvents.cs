using System.Text;

namespace Bot.Tests.Web;

internal sealed record LiveEvent(string Id, string Name, string Data);

/// <summary>Reads server-sent events as a browser does.</summary>
internal sealed class LiveEvents(HttpResponseMessage response, StreamReader lines) : IDisposable
{
    public static async Task<LiveEvents> OpenAsync(HttpClient client, string address, string? lastId, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastId is not null)
            request.Headers.Add("Last-Event-ID", lastId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new(response, new(await response.Content.ReadAsStreamAsync(ct), Encoding.UTF8));
    }

    public async Task<LiveEvent> NextAsync(string name, CancellationToken ct)
    {
        LiveEvent live;
        do live = await NextAsync(ct);
        while (live.Name != name);
        return live;
    }

    public async Task<LiveEvent> NextAsync(CancellationToken ct)
    {
        var (id, name, data) = ("", "", new StringBuilder());
        while (true)
        {
            var line = await lines.ReadLineAsync(ct) ?? throw new EndOfStreamException();
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = line[4..];
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
                data.AppendLine(line[6..]);
            else if (line.Length == 0 && name.Length > 0)
                return new(id, name, data.ToString());
        }
    }

    public void Dispose()
    {
        lines.Dispose();
        response.Dispose();
    }
}
