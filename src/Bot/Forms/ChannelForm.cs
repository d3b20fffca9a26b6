using Bot.Cards;
using Bot.Commands;
using Bot.Play;
using Gamification;

namespace Bot.Forms;

/// <summary><c>channel</c>: all that is set for a connected channel, for managers of its team and admins.</summary>
internal sealed class ChannelForm(ChannelAccess access, ChannelDesk desk, DirectoryDesk directory, Organisation organisation) : IForm
{
    public string Id => "channel";

    public async Task<FormOpening> OpenAsync(FormRequest request, CancellationToken ct)
    {
        var format = new ReaderFormat(request.Locale, organisation);
        var about = ChannelAbout.Parse(request.State);
        var (channel, _, instead) = await access.FindAsync(about.Channel, request.Person, request.Now, format, ct);
        if (channel is null)
            return new FormOpening.Instead(instead!);

        return new FormOpening.Shown(
            new(
                Id,
                format.Say($"This channel"),
                new ChannelFields(channel, format).All,
                format.Say($"Save"),
                ChannelAbout.Of(channel).ToString()
            )
        );
    }

    public async Task<FormOutcome> SubmitAsync(FormRequest request, FormReading values, CancellationToken ct)
    {
        var format = new ReaderFormat(request.Locale, organisation);
        var about = ChannelAbout.Parse(request.State);
        if (ChannelFields.Read(values, format) is not var (settings, mention) || !values.IsRight)
            return new FormOutcome.Wrong(values.Errors);

        var (channel, team, instead) = await access.FindAsync(about.Channel, request.Person, request.Now, format, ct);
        if (channel is null)
            return new FormOutcome.Done(instead!);
        if ((settings, mention) == (channel.Settings, channel.Mention))
            return new FormOutcome.Done(
                ChannelSettingsCard.Compose(channel, team, new(format.Say($"Nothing to change: it was so already.")), format)
            );
        if (about.IsOutdated(channel))
            return new FormOutcome.Wrong(
                format.Say($"Somebody changed this channel meanwhile. Open the form again to see it, then save yours.")
            );

        var by = request.Person.Id.Value;
        if (mention != channel.Mention)
            await directory.MentionAsync(channel.Id, channel.Mention, mention, by, ct);
        return await desk.ChangeAsync(channel.Id, _ => settings, by, ct) is { } after
            ? new FormOutcome.Done(ChannelSettingsCard.Compose(after, team, ChannelRules.Saved(format), format))
            : new FormOutcome.Done(ChannelCards.NotConnected(channel.Id, format));
    }
}
