using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// Everything that a classifier's regimes over given bars depend on: two classifiers with equal keys are one. Name and seed are included because the
/// random numbers of a plugin are seeded from both.
/// </summary>
/// <param name="Factory">The plugin.</param>
/// <param name="Type">The plugin's id, as the run file gives it.</param>
/// <param name="Name">The classifier's name.</param>
/// <param name="Parameters">The parameters, as text.</param>
/// <param name="Reference">The symbol whose regime is the market's.</param>
/// <param name="Timeframe">The timeframe of the bars it classifies.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Learning">The days it may learn from.</param>
internal sealed record ClassifierKey(
    ClassifierFactory Factory, string Type, string Name, string Parameters, string? Reference, Timeframe? Timeframe, ulong Seed, LearningDays? Learning)
{
    /// <summary>The key of a classifier of a run.</summary>
    public static ClassifierKey Of(ClassifierConfig config, ClassifierFactory factory, ulong seed, LearningDays? learning) =>
        new(factory, config.Type, config.Name, ParameterText.Of(config.Parameters), config.Reference, config.Timeframe, seed, learning);
}
