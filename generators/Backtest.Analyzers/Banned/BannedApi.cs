using System.Collections.Immutable;

namespace Backtest.Analyzers.Banned;

/// <summary>Members that a plugin must not use.</summary>
/// <param name="Type">
/// The full name of the declaring type, without type arguments; a name ending in <c>.*</c> means every type of a namespace.
/// </param>
/// <param name="Why">The reason, as text that follows the member's name.</param>
/// <param name="Mend">What to use instead.</param>
/// <param name="Members">
/// The names of the members; empty for all. A constructor is <c>.ctor</c>; <c>Name(path)</c> means only members whose first parameter has that name.
/// </param>
internal sealed record BannedApi(string Type, string Why, string Mend, ImmutableArray<string> Members);
