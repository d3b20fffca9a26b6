using Gamification;
using Gamification.Announcements;
using Gamification.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storage.Rows;

internal sealed class PersonRow
{
    public required PersonId Id { get; init; }
    public required string Name { get; set; }
    public required string Email { get; set; }

    /// <summary>The email in lower case, by which a person is found; null without one.</summary>
    public string? EmailKey { get; set; }

    public required Role Role { get; set; }
    public required bool Active { get; set; }
    public required bool Ranked { get; set; }
    public string? Alias { get; set; }
    public required Publicity Publicity { get; set; }

    /// <summary>Whether the person wants to hear that a badge is near, or a goal half way; theirs to switch.</summary>
    public bool Hints { get; set; }

    /// <summary>What the person does not want to be told; theirs to switch.</summary>
    public NoticeKinds Muted { get; set; }

    /// <summary>What the person wants to be spoken to in; null for what their chat says.</summary>
    public string? Language { get; set; }

    public static PersonRow Of(PersonRecord person) =>
        new()
        {
            Id = person.Id,
            Name = person.Name,
            Email = person.Email,
            EmailKey = KeyOf(person.Email),
            Role = person.Role,
            Active = person.Active,
            Ranked = person.Ranked,
            Alias = person.Alias,
            Publicity = person.Publicity,
        };

    public void Take(PersonRecord person)
    {
        (Name, Email, EmailKey) = (person.Name, person.Email, KeyOf(person.Email));
        (Role, Active, Ranked) = (person.Role, person.Active, person.Ranked);
        (Alias, Publicity) = (person.Alias, person.Publicity);
    }

    private static string? KeyOf(string email) => email.Length == 0 ? null : email.ToLowerInvariant();
}

internal sealed class PersonMapping : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> row)
    {
        row.ToTable("person").HasKey(person => person.Id);
        row.HasIndex(person => person.EmailKey).IsUnique();
    }
}
