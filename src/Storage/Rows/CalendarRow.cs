using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>When a person works, from a day on. Without a row the organisation's default holds.</summary>
internal sealed class CalendarRow
{
    public required PersonId Person { get; init; }

    /// <summary>Its place in the order of the first days.</summary>
    public required int Place { get; init; }

    /// <summary>Null: since ever.</summary>
    public LocalDate? From { get; init; }

    public required string Zone { get; init; }

    /// <summary>ISO numbers of the days, for example <c>12345</c>.</summary>
    public required string WorkDays { get; init; }

    /// <summary>Seconds after midnight.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }
}

internal sealed class CalendarMapping : IEntityTypeConfiguration<CalendarRow>
{
    public void Configure(EntityTypeBuilder<CalendarRow> row) =>
        row.ToTable("calendar").HasKey(calendar => new { calendar.Person, calendar.Place });
}
