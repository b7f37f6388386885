using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>A classifier of a pass, shared by all trials for which its regimes are the same.</summary>
/// <param name="Runner">The classifier.</param>
/// <param name="Recorder">Records its regimes.</param>
/// <param name="Seed">The seed of the runs that share it.</param>
/// <param name="Learning">The days it may learn from.</param>
/// <param name="Bars">The bars it requested.</param>
/// <param name="Indicators">The indicators it requested.</param>
internal sealed record SharedClassifier(
    ClassifierRunner Runner, ClassifierRecorder Recorder, ulong Seed, LearningDays? Learning, RunSeries Bars, IndicatorRequests Indicators);
