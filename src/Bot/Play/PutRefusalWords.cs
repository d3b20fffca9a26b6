using System.Diagnostics;
using Storage;

namespace Bot.Play;

/// <summary>Why a person or a link is not stored, in a sentence.</summary>
internal static class PutRefusalWords
{
    public static FormattableString Of(PutRefusal refusal) =>
        refusal switch
        {
            PutRefusal.EmailTaken(var email, var by) => $"'{email}' is the email of '{by}' already.",
            PutRefusal.IdentityTaken(_, var identity, var by) => $"'{identity.ExternalId}' of {identity.Source} belongs to '{by}' already.",
            PutRefusal.NoTeam(_, var team) => $"There is no team '{team}'. Create it first.",
            PutRefusal.EndsTooEarly => $"A membership ends after it starts.",
            PutRefusal.Overlaps => $"A person is in one team at a time: this overlaps with another membership.",
            PutRefusal.NoPerson(var person) => $"There is no person '{person}'. Create them first.",
            PutRefusal.Linked(var identity, var to) => $"'{identity.ExternalId}' of {identity.Source} is linked to '{to}' already.",
            PutRefusal.Gone => $"This person is not there any more.",
            _ => throw new UnreachableException($"No words for {refusal.GetType().Name}."),
        };
}
