namespace Bot.Cards.Rendering;

/// <summary>What Slack takes, in UTF-16 units or items. Beyond it a whole message is refused.</summary>
internal static class SlackLimits
{
    public const int Blocks = 50;
    public const int Header = 150;
    public const int Section = 3000;
    public const int Context = 2000;
    public const int Actions = 25;
    public const int ButtonText = 75;
    public const int ButtonValue = 2000;
    public const int Options = 100;
    public const int OptionText = 75;
    public const int OptionValue = 150;
    public const int Placeholder = 150;
    public const int Alternative = 2000;

    /// <summary>Also the submit and the close button.</summary>
    public const int ModalTitle = 24;
    public const int InputLabel = 2000;
    public const int InputText = 3000;
    public const int Metadata = 3000;

    /// <summary>Slack cuts at 40,000 and recommends 4,000; a screen reader reads it all. Escaping may make it longer.</summary>
    public const int Notification = 3000;
}
