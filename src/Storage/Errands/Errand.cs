using NodaTime;

namespace Storage.Errands;

/// <summary>A request of a chat platform that is answered after it was acknowledged, leased by one host.</summary>
/// <param name="Platform"><c>slack</c> or <c>teams</c>.</param>
/// <param name="Id">The same when the platform brings the same request again.</param>
/// <param name="Body">What is to be done, as the platform's runner wrote it.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Fence">Rises with every lease; a result is only accepted with the fence it was leased under.</param>
public sealed record Errand(string Platform, string Id, string Body, Instant At, long Fence);
