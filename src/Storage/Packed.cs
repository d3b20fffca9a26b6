using System.Globalization;
using System.Text;

namespace Storage;

/// <summary>
/// A list of texts in one column, each with its length before it (<c>2:p15:emea1</c>), so that a text may hold any character.
/// </summary>
internal static class Packed
{
    public static string Of(IEnumerable<string> texts)
    {
        var packed = new StringBuilder();
        foreach (var text in texts)
            packed.Append(CultureInfo.InvariantCulture, $"{text.Length}:").Append(text);
        return packed.ToString();
    }

    public static IReadOnlyList<string> Parse(string packed)
    {
        var texts = new List<string>();
        for (var at = 0; at < packed.Length; )
        {
            var colon = packed.IndexOf(':', at);
            var length = int.Parse(packed.AsSpan(at, colon - at), NumberStyles.None, CultureInfo.InvariantCulture);
            texts.Add(packed.Substring(colon + 1, length));
            at = colon + 1 + length;
        }

        return texts;
    }
}
