namespace Backtest.Testing;

/// <summary>The regime a classifier set for a bar.</summary>
/// <param name="Row">The bar, from 0.</param>
/// <param name="Name">The state's name; <see cref="RegimeEvent.Unknown"/> for −1.</param>
/// <param name="Confidence">The probability of the state.</param>
/// <param name="Probabilities">The probability of each state; empty if the classifier gave none.</param>
public sealed record RecordedRegime(int Row, string Name, double Confidence, IReadOnlyList<double> Probabilities);
