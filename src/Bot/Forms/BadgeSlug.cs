using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Forms;

/// <summary>The id of a badge by its name: <c>Café König</c> is <c>cafe-konig</c>; a name without Latin letters gets one of its hash.</summary>
internal static class BadgeSlug
{
    private const int Longest = 60;

    public static string Of(string name)
    {
        var letters = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c))
                letters.Append(c);
            else if (
                CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark
                && letters is { Length: > 0 and < Longest }
            )
                letters.Append(letters[^1] == '-' ? "" : "-");

        var slug = letters.ToString(0, Math.Min(Longest, letters.Length)).Trim('-');
        return slug.Length > 0 ? slug : $"badge-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4))}";
    }
}
