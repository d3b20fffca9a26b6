using Gamification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

internal sealed class DayOffRow
{
    public const string Holiday = "holiday";
    public const string TimeOff = "timeoff";

    public required PersonId Person { get; init; }
    public required LocalDate Date { get; init; }
    public required string Kind { get; init; }
}

internal sealed class DayOffMapping : IEntityTypeConfiguration<DayOffRow>
{
    public void Configure(EntityTypeBuilder<DayOffRow> row) =>
        row.ToTable("day_off")
            .HasKey(day => new
            {
                day.Person,
                day.Date,
                day.Kind,
            });
}
