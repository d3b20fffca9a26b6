using System.Globalization;

namespace Bot.Channels;

/// <summary>What a chat platform says of the language somebody uses it in, for those who asked for nothing just now.</summary>
public interface IChatLocale
{
    /// <summary><c>slack</c> or <c>teams</c>.</summary>
    string Platform { get; }

    /// <returns>Null where the platform does not say.</returns>
    Task<CultureInfo?> OfAsync(string user, CancellationToken ct);
}
