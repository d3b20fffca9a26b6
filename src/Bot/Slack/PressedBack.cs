using Bot.Forms.Rendering;

namespace Bot.Slack;

/// <summary>The way back in a form of several steps was pressed. Twice it leads to the same step.</summary>
/// <param name="View">The modal with all that was typed.</param>
internal sealed record PressedBack(string User, string Id, ViewPart View)
{
    /// <summary>Null for any other press.</summary>
    public static PressedBack? Of(InteractionPayload payload) =>
        payload is { User.Id: { } user, View: { Type: "modal", Id: { } id } view, Actions: [{ ActionId: SlackModal.Back }, ..] }
            ? new(user, id, view)
            : null;
}
