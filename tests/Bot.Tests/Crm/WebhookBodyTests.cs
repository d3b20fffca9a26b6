using System.IO.Compression;
using System.Net;
using System.Text;
using Bot.Crm;
using Bot.Tests.Hosting;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.Crm;

/// <summary>How large a body may be, on the wire and unpacked.</summary>
public sealed class WebhookBodyTests : IAsyncLifetime
{
    private const int Megabyte = 1024 * 1024;

    private RunningHost host = null!;

    public async Task InitializeAsync() => host = await (await RunningHost.StartAsync()).WithPeopleAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData(256 * 1024, 202)]
    [InlineData((256 * 1024) + 1, 413)]
    public async Task A_body_has_at_most_256_kilobytes(int length, int status)
    {
        using var plain = await host.SendAsync("plain", Padded(length));
        using var chunkedRequest = Webhook.Request(host, "chunked", Padded(length));
        chunkedRequest.Headers.TransferEncodingChunked = true;
        using var chunked = await host.Client.SendAsync(chunkedRequest);

        Assert.Equal((status, status), ((int)plain.StatusCode, (int)chunked.StatusCode));
    }

    [Theory]
    [InlineData("gzip", 256 * 1024, 202)]
    [InlineData("br", 256 * 1024, 202)]
    [InlineData("deflate", 256 * 1024, 202)]
    [InlineData("gzip", (256 * 1024) + 1, 413)]
    [InlineData("br", 200 * Megabyte, 413)]
    [InlineData("zstd", 1024, 415)]
    [InlineData("gzip, br", 1024, 415)]
    public async Task What_a_body_becomes_counts_and_not_what_it_was_packed_to(string encoding, int length, int status)
    {
        var isBomb = length > Megabyte;
        using var request = Webhook.Request(host, "evt-1", isBomb ? "{}" : Padded(length));
        request.Content = new ByteArrayContent(isBomb ? Bomb(encoding) : Packed(encoding, Encoding.UTF8.GetBytes(Padded(length))));
        request.Content.Headers.ContentType = new("application/json");
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_bomb_of_200_megabytes_is_refused_without_unpacking_it(string encoding)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.ContentEncoding = encoding;
        http.Request.Body = new MemoryStream(Bomb(encoding));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = WebhookBody.ReadAsync(http.Request, CancellationToken.None);

        Assert.True(reading.IsCompletedSuccessfully);
        Assert.IsType<WebhookBody.TooLarge>(await reading);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * Megabyte);
    }

    [Fact]
    public async Task A_packed_body_that_is_broken_is_told_so()
    {
        using var request = Webhook.Request(host, "evt-1", Webhook.Won);
        request.Content!.Headers.ContentEncoding.Add("gzip");

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await Webhook.ProblemAsync(response);
    }

    private static string Padded(int length)
    {
        var open = Webhook.Won[..^1] + ",\"padding\":\"";
        return open + new string('x', length - open.Length - 2) + "\"}";
    }

    private static byte[] Bomb(string encoding) => Packed(encoding, new byte[Megabyte], times: 200);

    private static byte[] Packed(string encoding, byte[] content, int times = 1)
    {
        using var packed = new MemoryStream();
        using (var stream = Packing(encoding, packed))
            for (var time = 0; time < times; time++)
                stream.Write(content);
        return packed.ToArray();
    }

    private static Stream Packing(string encoding, Stream packed) =>
        encoding switch
        {
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
            _ => new GZipStream(packed, CompressionLevel.Fastest),
        };
}
