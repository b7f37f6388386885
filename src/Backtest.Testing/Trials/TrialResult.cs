using Backtest.Engine;

namespace Backtest.Testing;

/// <summary>What came of running a plugin once.</summary>
/// <param name="Decisions">What it decided, by time.</param>
/// <param name="Siblings">What each copy beside it decided.</param>
/// <param name="Indicators">What it asked for.</param>
/// <param name="Fault">Why it stopped early; <see langword="null"/>: it did not.</param>
internal sealed record TrialResult(
    IReadOnlyList<Decision> Decisions,
    IReadOnlyList<IReadOnlyList<Decision>> Siblings,
    IReadOnlyList<DeclaredIndicator> Indicators,
    ContainerFault? Fault);
