using System.Text;

namespace Storage.Writing;

/// <summary>
/// The texts that rows have in common, each as one object: reading a million rows makes a few thousand of them instead of millions. Bounded; a text that
/// meets another one in its place takes it.
/// </summary>
internal sealed class SharedTexts
{
    private const int Places = 4_096;
    private const int Longest = 64;

    private readonly (byte[] Bytes, string Text)[] known = new (byte[], string)[Places];

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
            return Encoding.UTF8.GetString(utf8);

        ref var place = ref known[PlaceOf(utf8)];
        if (place.Bytes is null || !utf8.SequenceEqual(place.Bytes))
            place = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        return place.Text;
    }

    private static int PlaceOf(ReadOnlySpan<byte> utf8)
    {
        var hash = new HashCode();
        hash.AddBytes(utf8);
        return (int)((uint)hash.ToHashCode() % Places);
    }
}
