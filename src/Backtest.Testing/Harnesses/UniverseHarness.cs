using System.Runtime.ExceptionServices;
using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>
/// Runs one universe strategy over the bars of several symbols through the engine: each entry is one unit and fills at the next open, stops and
/// limits fill as in a run, and there are no costs.
/// </summary>
public static class UniverseHarness
{
    /// <summary>Runs a strategy and returns its signals.</summary>
    /// <param name="parameters">Its parameters, as JSON.</param>
    /// <param name="bars">The bars of each symbol, in the order of their symbols.</param>
    /// <param name="regime">The market's regime, by row of the first symbol; <see langword="null"/> if there is no classifier above.</param>
    /// <typeparam name="TStrategy">The author's class.</typeparam>
    /// <returns>The signals, in the order given.</returns>
    /// <exception cref="InputException">The parameters are wrong.</exception>
    /// <exception cref="ArgumentException">The class is not a universe strategy.</exception>
    /// <remarks>Exceptions of the strategy are passed on.</remarks>
    public static IReadOnlyList<RecordedUniverseSignal> Run<TStrategy>(
        string parameters, IReadOnlyList<BarSeries> bars, Func<int, string>? regime = null)
        where TStrategy : class
    {
        TrialResult result = Trial.Run(
            PluginFactories.Of<UniverseStrategyFactory>(typeof(TStrategy)),
            TestParameters.Parse(parameters),
            new TrialSetup
            {
                Bars = bars,
                Regimes = regime is null ? null : ScriptedRegimes.Given(regime, bars[0].Count),
            });
        if (result.Fault is { } fault)
            ExceptionDispatchInfo.Throw(fault.Exception);
        return [.. result.Decisions.Select(decision => new RecordedUniverseSignal(decision.Symbol, (RecordedSignal)decision.Fact))];
    }
}
