using Gamification.Time;
using NodaTime;

namespace Gamification.Badges;

/// <summary>The measures a custom badge may count.</summary>
public enum BadgeMeasure
{
    Quotes,
    Deals,

    /// <summary>In revenue units U.</summary>
    Revenue,
    SprintDeals,
    Replies,
    ActiveDays,

    /// <summary><c>activity.logged</c> of a named kind.</summary>
    Logged,

    /// <summary>The best single deal, in revenue units U.</summary>
    BigDeal,

    /// <summary>Consecutive scheduled working days.</summary>
    Streak,
}

/// <summary>What an admin says of a badge of their own.</summary>
/// <param name="Art">An emoji, or the name of one of the served pictures.</param>
/// <param name="Measure">Null: it has no trigger, and is given as a reward only.</param>
/// <param name="LoggedKind">Of <see cref="BadgeMeasure.Logged"/> only.</param>
/// <param name="Per">Once in every such period; null for once.</param>
public sealed record CustomBadge(
    string Name,
    string Description,
    BadgeCategory Category,
    string? Art,
    BadgeMeasure? Measure,
    string? LoggedKind,
    PeriodKind? Per
);

/// <summary>One version of what an admin set: the newest of a badge that holds already is the one that counts.</summary>
/// <param name="Badge">The badge; <see cref="RevenueUnit"/> for U.</param>
/// <param name="Version">From 1.</param>
/// <param name="Threshold">Null: the default, or that of a badge without a trigger. Of a revenue badge in revenue units U, of U itself in major units.</param>
public sealed record BadgeSetting(string Badge, int Version, long? Threshold, bool IsDisabled)
{
    public const string RevenueUnit = "revenue-unit";

    /// <summary>Of First Sale only; null: as configured.</summary>
    public FirstSaleTrigger? FirstSale { get; init; }

    /// <summary>Null for one of the defaults.</summary>
    public CustomBadge? Custom { get; init; }

    /// <summary>The first local day of the organisation on which it holds; null: at once.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Everybody's badges have been counted by it.</summary>
    public bool IsEvaluated { get; init; }

    /// <summary>Whether it holds. Without a day, where none is known, what was evaluated holds.</summary>
    public bool HoldsOn(LocalDate? today) => From is not { } from || (today is { } day ? from <= day : IsEvaluated);
}
