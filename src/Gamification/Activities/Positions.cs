using NodaTime;

namespace Gamification.Activities;

/// <summary>The position before all others.</summary>
internal static class Positions
{
    public static Position Start { get; } = new(NodaConstants.UnixEpoch, NodaConstants.UnixEpoch, new("", ""));
}
