using System.Collections.Immutable;

namespace Backtest.Analyzers.Banned;

/// <summary>Members a plugin leaves alone.</summary>
/// <param name="Type">The full name of the type that declares them, without type arguments; ending in <c>.*</c>: of every type of a namespace.</param>
/// <param name="Why">What is wrong with them, after their name.</param>
/// <param name="Mend">What to do instead.</param>
/// <param name="Members">
/// Their names; none: all. A constructor is <c>.ctor</c>; <c>Name(path)</c> means only what takes a first parameter of that name.
/// </param>
internal sealed record BannedApi(string Type, string Why, string Mend, ImmutableArray<string> Members);
