using Gamification;
using Gamification.Goals;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Storage.Rows;

/// <summary>What was done with a prize. A second writer of the same step fails at the key: a double click pays once.</summary>
internal sealed class PrizeStepRow
{
    public required GoalId Goal { get; init; }
    public required SubjectId Subject { get; init; }
    public required TierKind Tier { get; init; }
    public required PeriodKey Period { get; init; }
    public required SubjectId Recipient { get; init; }
    public required string Reward { get; init; }
    public required int Number { get; init; }
    public required PrizeAct Act { get; init; }
    public required long Coins { get; init; }

    /// <summary>Whose wallet; null where no coins move.</summary>
    public PersonId? Payer { get; init; }

    public required Instant At { get; init; }
    public required string By { get; init; }
    public string? Reason { get; init; }

    public PrizeId Prize => new(new(new(Goal, Subject, Period), Tier), Recipient, Reward);

    public static PrizeStepRow Of(PrizeStep step) =>
        new()
        {
            Goal = step.Prize.Grant.Scope.Goal,
            Subject = step.Prize.Grant.Scope.Subject,
            Tier = step.Prize.Grant.Tier,
            Period = step.Prize.Grant.Scope.Period,
            Recipient = step.Prize.Recipient,
            Reward = step.Prize.Reward,
            Number = step.Number,
            Act = step.Act,
            Coins = step.Coins,
            Payer = step.Payer,
            At = step.At,
            By = step.By,
            Reason = step.Reason,
        };

    public PrizeStep ToStep() => new(Prize, Number, Act, Coins, Payer, At, By, Reason);
}

internal sealed class PrizeStepMapping : IEntityTypeConfiguration<PrizeStepRow>
{
    public void Configure(EntityTypeBuilder<PrizeStepRow> row)
    {
        row.ToTable("prize_step")
            .HasKey(step => new
            {
                step.Goal,
                step.Subject,
                step.Tier,
                step.Period,
                step.Recipient,
                step.Reward,
                step.Number,
            });
        row.Ignore(step => step.Prize);
        row.HasIndex(step => step.Payer);
    }
}
