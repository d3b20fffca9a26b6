using Gamification;
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
}

internal sealed class PersonMapping : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> row)
    {
        row.ToTable("person").HasKey(person => person.Id);
        row.HasIndex(person => person.EmailKey).IsUnique();
    }
}
