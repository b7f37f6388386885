namespace Backtest.Tests;

/// <summary>A regime as the harness saw it, with the row it was said on.</summary>
internal sealed record RecordedRegime(int Row, string Name, double Confidence, IReadOnlyList<double> Probabilities);
