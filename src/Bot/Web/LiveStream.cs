using System.Text;

namespace Bot.Web;

/// <summary>One answer in the format of server-sent events.</summary>
internal sealed class LiveStream(HttpResponse response)
{
    private string lastTime = "";

    public Task OpenAsync(CancellationToken ct)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        return WriteAsync("retry: 2000\n\n", ct);
    }

    public Task SendAsync(string name, Markup html, LiveCursor cursor, CancellationToken ct)
    {
        var text = new StringBuilder().Append("id: ").Append(cursor).Append("\nevent: ").Append(name).Append('\n');
        foreach (var line in html.Html.AsSpan().EnumerateLines())
            text.Append("data: ").Append(line).Append('\n');
        return WriteAsync(text.Append('\n').ToString(), ct);
    }

    /// <summary>The page's clock where it moved; else a comment, so that a broken connection is noticed.</summary>
    public Task TellTimeAsync(string time, CancellationToken ct)
    {
        var moved = time != lastTime;
        lastTime = time;
        return WriteAsync(moved ? $"event: clock\ndata: {time}\n\n" : ": \n\n", ct);
    }

    private async Task WriteAsync(string text, CancellationToken ct)
    {
        await response.WriteAsync(text, ct);
        await response.Body.FlushAsync(ct);
    }
}
