using Gamification.Activities;

namespace Storage;

/// <param name="SameBody">False when the identity came again with another body: the first stands and the difference is noted.</param>
public sealed record Known(FactId Id, bool SameBody);
