using System.Buffers.Binary;
using System.IO.Compression;
using Bot.Tests.Architecture;

namespace Bot.Tests.Manifests;

/// <summary>How large a picture is, and whether its corner is see-through.</summary>
internal sealed record PngHeader(int Width, int Height, bool HasClearCorner)
{
    private const int FirstChunk = 8;
    private const byte WithAlpha = 6;

    public static PngHeader Of(string path)
    {
        var png = File.ReadAllBytes(Path.Combine(Repository.Root, path));
        var header = png.AsSpan(FirstChunk + 8);
        return new(
            BinaryPrimitives.ReadInt32BigEndian(header),
            BinaryPrimitives.ReadInt32BigEndian(header[4..]),
            header[9] == WithAlpha && FirstPixel(png)[^1] == 0
        );
    }

    /// <summary>Whatever filter the first line has, its first pixel stands as it is behind the filter's byte.</summary>
    private static byte[] FirstPixel(byte[] png)
    {
        var data = png.AsSpan().IndexOf("IDAT"u8);
        using var line = new ZLibStream(new MemoryStream(png[(data + 4)..]), CompressionMode.Decompress);
        var pixel = new byte[5];
        line.ReadExactly(pixel);
        return pixel[1..];
    }
}
