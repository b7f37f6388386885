using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>An instrument's bars on a timeframe above its finest.</summary>
/// <param name="Bars">The bars.</param>
/// <param name="Resampler">What makes them of the finest bars; <see langword="null"/>: the source has them.</param>
internal sealed record HigherSeries(BarSeries Bars, Resampler? Resampler);
