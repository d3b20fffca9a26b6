using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Load;

/// <summary>One kept-alive HTTP/1.1 connection, as thin as it can be: on two cores the sender must not be what is measured.</summary>
internal sealed class Wire : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[64 * 1024];

    public static async Task<Wire> ConnectAsync(Uri host)
    {
        var wire = new Wire();
        await wire.socket.ConnectAsync(IPAddress.Loopback, host.Port);
        return wire;
    }

    /// <summary>The status of the answer, once all of it is here.</summary>
    public async ValueTask<int> SendAsync(byte[] request)
    {
        for (var sent = 0; sent < request.Length; )
            sent += await socket.SendAsync(request.AsMemory(sent));

        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0)
                throw new IOException($"The host closed the connection after: {Encoding.UTF8.GetString(buffer, 0, Math.Min(length, 300))}");
            length += read;
            if (IsWhole(buffer.AsSpan(0, length)))
                return int.Parse(buffer.AsSpan(9, 3), CultureInfo.InvariantCulture);
        }
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf(EndOfHead);
        if (end < 0)
            return false;

        var head = answer[..end];
        var body = answer[(end + EndOfHead.Length)..];
        var at = head.IndexOf("Content-Length: "u8);
        return at < 0
            ? body.EndsWith("0\r\n\r\n"u8) || !Encoding.ASCII.GetString(head).Contains("chunked", StringComparison.OrdinalIgnoreCase)
            : body.Length >= LengthAt(head[(at + "Content-Length: ".Length)..]);
    }

    private static int LengthAt(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? text : text[..end], CultureInfo.InvariantCulture);
    }
}
