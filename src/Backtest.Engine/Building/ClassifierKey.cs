using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// What a classifier's regimes follow from over given bars: two classifiers with one key are one. Name and seed are in it, for what a plugin
/// draws at random starts from both.
/// </summary>
/// <param name="Factory">The plugin.</param>
/// <param name="Type">The plugin's id, as the run file gives it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters, as text.</param>
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
