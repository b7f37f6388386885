namespace Backtest.Engine;

/// <summary>A classifier of a run.</summary>
/// <param name="Name">The classifier's name.</param>
/// <param name="States">The names of its states, in the order of their indices.</param>
/// <param name="Reference">The symbol whose regime is the market's; <see langword="null"/> for one regime for each symbol.</param>
public sealed record ClassifierDescription(string Name, IReadOnlyList<string> States, string? Reference);
