namespace Bot.Slack.Wire.Limits;

/// <summary>Who waits for a call: where there is not enough for everybody, a person who pressed something goes first.</summary>
internal enum Urgency
{
    Interactive,
    Background,
}
