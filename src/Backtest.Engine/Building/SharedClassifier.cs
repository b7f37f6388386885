using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>A classifier of a pass, for all trials under which it says the same.</summary>
/// <param name="Runner">The classifier.</param>
/// <param name="Recorder">What it said.</param>
/// <param name="Seed">The seed of the runs it is for.</param>
/// <param name="Learning">The days it may learn from.</param>
/// <param name="Bars">The bars it asked for.</param>
/// <param name="Indicators">The indicators it asked for.</param>
internal sealed record SharedClassifier(
    ClassifierRunner Runner, ClassifierRecorder Recorder, ulong Seed, LearningDays? Learning, RunSeries Bars, IndicatorRequests Indicators);
