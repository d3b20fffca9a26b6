using Bot.Commands;

namespace Bot.Web;

/// <summary>Who asks on the page, and where. The page knows its people by their own id.</summary>
internal static class PageUser
{
    public static ChatUser Of(Scene scene) => new(WebChannel.Name, scene.Person!.Id.Value, _ => Task.FromResult<string?>(null));

    public static Place PlaceOf(Scene scene) =>
        new(WebChannel.Name, scene.Room?.Id.Value[(WebChannel.Name.Length + 1)..] ?? "", scene.Room is not null);
}
