using NodaTime;

namespace Storage;

/// <param name="By">A person's id, <c>api</c> or <c>schedule</c>.</param>
/// <param name="What">Dotted, for example <c>person.put</c>, <c>period.closed</c>, <c>right.refused</c>.</param>
public sealed record AuditRecord(Instant At, string By, string What, string About, string? Before, string? After, string? Reason);
