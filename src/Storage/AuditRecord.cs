using NodaTime;

namespace Storage;

/// <param name="By">A person's id, <c>api</c> or <c>schedule</c>.</param>
/// <param name="What">Dotted, for example <c>person.put</c>, <c>period.closed</c>, <c>right.refused</c>.</param>
public sealed record AuditRecord(Instant At, string By, string What, string About, string? Before, string? After, string? Reason);

/// <summary>Which rows of the audit are asked for; what is null is not asked about.</summary>
/// <param name="From">From this instant on.</param>
/// <param name="To">Before this instant.</param>
/// <param name="What">A kind, or a group of kinds with its dot: <c>period.</c>.</param>
/// <param name="Before">Older than the row of this id: the next page.</param>
public sealed record AuditQuery(
    int Take,
    Instant? From = null,
    Instant? To = null,
    string? What = null,
    string? By = null,
    long? Before = null
);

/// <param name="Id">Rises from row to row.</param>
public sealed record AuditEntry(long Id, AuditRecord Row);
