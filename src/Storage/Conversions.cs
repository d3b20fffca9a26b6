using Gamification;
using Gamification.Activities;
using Gamification.Announcements;
using Gamification.Goals;
using Gamification.People;
using Gamification.Points;
using Gamification.Rewards;
using Gamification.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Storage;

/// <summary>How the game's values are kept, the same on both databases, so that the same query filters, sums and orders on either.</summary>
internal static class Conversions
{
    public static void Apply(ModelConfigurationBuilder model)
    {
        model.Properties<Instant>().HaveConversion<InstantConverter>();
        model.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        model.Properties<PersonId>().HaveConversion<PersonIdConverter>();
        model.Properties<TeamId>().HaveConversion<TeamIdConverter>();
        model.Properties<ChannelId>().HaveConversion<ChannelIdConverter>();
        model.Properties<EntityId>().HaveConversion<EntityIdConverter>();
        model.Properties<PeriodKey>().HaveConversion<PeriodKeyConverter>();
        model.Properties<BoardKey>().HaveConversion<BoardKeyConverter>();
        model.Properties<ActivityKind>().HaveConversion<KindConverter>();
        model.Properties<FactState>().HaveConversion<EnumConverter<FactState>>();
        model.Properties<FactSource>().HaveConversion<EnumConverter<FactSource>>();
        model.Properties<DeliveryState>().HaveConversion<EnumConverter<DeliveryState>>();
        model.Properties<Role>().HaveConversion<EnumConverter<Role>>();
        model.Properties<Publicity>().HaveConversion<EnumConverter<Publicity>>();
        model.Properties<ChannelMention>().HaveConversion<EnumConverter<ChannelMention>>();
        model.Properties<PostKinds>().HaveConversion<FlagsConverter<PostKinds>>();
        model.Properties<NoticeKinds>().HaveConversion<FlagsConverter<NoticeKinds>>();
        model.Properties<BoardMode>().HaveConversion<EnumConverter<BoardMode>>();
        model.Properties<PeriodKind>().HaveConversion<EnumConverter<PeriodKind>>();
        model.Properties<CloseState>().HaveConversion<EnumConverter<CloseState>>();
        model.Properties<GoalId>().HaveConversion<GoalIdConverter>();
        model.Properties<SubjectId>().HaveConversion<SubjectIdConverter>();
        model.Properties<Metric>().HaveConversion<EnumConverter<Metric>>();
        model.Properties<TierKind>().HaveConversion<EnumConverter<TierKind>>();
        model.Properties<PrizeAct>().HaveConversion<EnumConverter<PrizeAct>>();
        model.Properties<GoalState>().HaveConversion<EnumConverter<GoalState>>();
    }

    private sealed class InstantConverter()
        : ValueConverter<Instant, long>(instant => Stored.Micros(instant), micros => Stored.Instant(micros));

    private sealed class LocalDateConverter() : ValueConverter<LocalDate, int>(date => Stored.Number(date), number => Stored.Date(number));

    private sealed class PersonIdConverter() : ValueConverter<PersonId, string>(id => id.Value, text => new(text));

    private sealed class TeamIdConverter() : ValueConverter<TeamId, string>(id => id.Value, text => new(text));

    private sealed class ChannelIdConverter() : ValueConverter<ChannelId, string>(id => id.Value, text => new(text));

    private sealed class EntityIdConverter() : ValueConverter<EntityId, string>(id => id.Value, text => new(text));

    private sealed class PeriodKeyConverter() : ValueConverter<PeriodKey, string>(key => key.Value, text => new(text));

    private sealed class BoardKeyConverter() : ValueConverter<BoardKey, string>(key => key.Value, text => new(text));

    private sealed class GoalIdConverter() : ValueConverter<GoalId, string>(id => id.Value, text => new(text));

    private sealed class SubjectIdConverter() : ValueConverter<SubjectId, string>(id => id.Value, text => new(text));

    private sealed class KindConverter() : ValueConverter<ActivityKind, string>(kind => Stored.Text(kind), text => Stored.Kind(text));

    /// <summary>Several at once: <c>badges, boards</c>.</summary>
    private sealed class FlagsConverter<TEnum>()
        : ValueConverter<TEnum, string>(value => value.ToString().ToLowerInvariant(), text => Enum.Parse<TEnum>(text, true))
        where TEnum : struct, Enum;

    private sealed class EnumConverter<TEnum>()
        : ValueConverter<TEnum, string>(value => EnumText<TEnum>.Of(value), text => EnumText<TEnum>.Parse(text))
        where TEnum : struct, Enum;
}
