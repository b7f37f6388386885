using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>An instrument's bars on a timeframe above its finest.</summary>
/// <param name="Bars">The bars.</param>
/// <param name="Resampler">Builds them from the finest bars; <see langword="null"/> if the source has them.</param>
internal sealed record HigherSeries(BarSeries Bars, Resampler? Resampler);
