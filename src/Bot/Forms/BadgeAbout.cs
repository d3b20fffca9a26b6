using System.Globalization;

namespace Bot.Forms;

/// <summary>The state of a form about a badge: which, and the version that was seen when it was opened: <c>closer:3</c>. A button names the badge alone.</summary>
/// <param name="Version">0 while nothing was ever set of it; null before the form was opened.</param>
internal sealed record BadgeAbout(string Badge, int? Version)
{
    public static BadgeAbout Parse(string state) =>
        state.Split(':') is [var badge, var version] && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? new(badge, seen)
            : new(state, null);

    public override string ToString() => Version is { } seen ? string.Create(CultureInfo.InvariantCulture, $"{Badge}:{seen}") : Badge;
}
