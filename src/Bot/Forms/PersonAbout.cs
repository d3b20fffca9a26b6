using System.Security.Cryptography;
using System.Text;
using Bot.Play;
using Gamification;
using Storage;

namespace Bot.Forms;

/// <summary>
/// The state of a form about a person: who, and what was stored when it was opened: <c>ana:1c9f02ab</c>. A button names the person alone.
/// </summary>
internal sealed record PersonAbout(PersonId Person, string? Stamp)
{
    public static PersonAbout Parse(string state) =>
        state.Split(':', 2) is [var person, var stamp] ? new(new(person), stamp) : new(new(state), null);

    public static PersonAbout Of(PersonRecord person) => new(person.Id, StampOf(person));

    /// <summary>Whether somebody changed the person since the form was opened.</summary>
    public bool IsOutdated(PersonRecord stored) => Stamp is not null && Stamp != StampOf(stored);

    public static bool IsSame(PersonRecord one, PersonRecord other) => AuditText.Of(one) == AuditText.Of(other);

    public override string ToString() => Stamp is null ? Person.Value : $"{Person}:{Stamp}";

    private static string StampOf(PersonRecord person) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AuditText.Of(person))).AsSpan(0, 4));
}
