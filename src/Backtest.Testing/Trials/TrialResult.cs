using Backtest.Engine;

namespace Backtest.Testing;

/// <summary>The result of running a plugin once.</summary>
/// <param name="Decisions">What it decided, by time.</param>
/// <param name="Siblings">What each copy next to it decided.</param>
/// <param name="Indicators">The indicators it requested.</param>
/// <param name="Fault">Why it stopped early; <see langword="null"/> if it did not.</param>
internal sealed record TrialResult(
    IReadOnlyList<Decision> Decisions,
    IReadOnlyList<IReadOnlyList<Decision>> Siblings,
    IReadOnlyList<DeclaredIndicator> Indicators,
    ContainerFault? Fault);
