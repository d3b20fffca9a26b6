using Gamification;
using Gamification.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>A team of a person in <c>[from, to)</c>, local days of the organisation; null bounds are open.</summary>
internal sealed class MembershipRow
{
    public required PersonId Person { get; init; }

    /// <summary>Its place in the person's list.</summary>
    public required int Place { get; init; }

    public required TeamId Team { get; init; }
    public LocalDate? From { get; init; }
    public LocalDate? To { get; init; }

    public static MembershipRow Of(PersonId person, int place, Membership membership) =>
        new()
        {
            Person = person,
            Place = place,
            Team = membership.Team,
            From = membership.From,
            To = membership.To,
        };

    public Membership ToMembership() => new(Team, From, To);
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<MembershipRow>
{
    public void Configure(EntityTypeBuilder<MembershipRow> row)
    {
        row.ToTable("membership").HasKey(membership => new { membership.Person, membership.Place });
        row.HasIndex(membership => membership.Team);
    }
}
