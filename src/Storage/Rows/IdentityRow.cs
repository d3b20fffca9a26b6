using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storage.Rows;

/// <summary>Who a person is elsewhere: an owner of a connection, or a chat user of <c>slack</c> or <c>teams</c>.</summary>
internal sealed class IdentityRow
{
    public required string Source { get; init; }

    /// <summary><see cref="ExternalId"/> in lower case: owners are compared without case.</summary>
    public required string Key { get; init; }

    /// <summary>As it was given.</summary>
    public required string ExternalId { get; set; }

    public required PersonId Person { get; set; }

    public static IdentityRow Of(Identity identity, PersonId person) =>
        new()
        {
            Source = identity.Source,
            Key = identity.ExternalId.ToLowerInvariant(),
            ExternalId = identity.ExternalId,
            Person = person,
        };
}

internal sealed class IdentityMapping : IEntityTypeConfiguration<IdentityRow>
{
    public void Configure(EntityTypeBuilder<IdentityRow> row)
    {
        row.ToTable("identity").HasKey(identity => new { identity.Source, identity.Key });
        row.HasIndex(identity => identity.Person);
    }
}
