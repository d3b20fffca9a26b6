using System.Globalization;
using Bot.Channels;

namespace Bot.Slack;

/// <summary>As it stands in the person's profile.</summary>
internal sealed class SlackLocale(SlackPeople people) : IChatLocale
{
    public string Platform => "slack";

    public async Task<CultureInfo?> OfAsync(string user, CancellationToken ct) => (await people.FindAsync(user, ct)).Locale;
}
