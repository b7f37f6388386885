using System.Runtime.ExceptionServices;
using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>
/// Runs one strategy over bars through the engine: each entry is one unit and fills at the next open, stops and limits fill as in a run, and there
/// are no costs.
/// </summary>
public static class StrategyHarness
{
    /// <summary>Runs a strategy and returns its signals.</summary>
    /// <param name="parameters">Its parameters, as JSON.</param>
    /// <param name="bars">The bars.</param>
    /// <param name="position">
    /// The position shown to the strategy, by row and true position, as if something else had changed it; <see langword="null"/> for the true one.
    /// </param>
    /// <param name="regime">The market's regime, by row; <see langword="null"/> if there is no classifier above.</param>
    /// <param name="timeframe">The timeframe it decides on, built from the bars; <see langword="null"/> for that of the bars.</param>
    /// <typeparam name="TStrategy">The author's class.</typeparam>
    /// <returns>The signals, in the order given.</returns>
    /// <exception cref="InputException">The parameters are wrong.</exception>
    /// <exception cref="ArgumentException">The class is not a strategy.</exception>
    /// <remarks>Exceptions of the strategy are passed on.</remarks>
    public static IReadOnlyList<RecordedSignal> Run<TStrategy>(
        string parameters, BarSeries bars, Func<int, Position, Position>? position = null, Func<int, string>? regime = null,
        Timeframe? timeframe = null)
        where TStrategy : class
    {
        TrialResult result = Trial.Run(
            PluginFactories.Of<StrategyFactory>(typeof(TStrategy)),
            TestParameters.Parse(parameters),
            new TrialSetup
            {
                Bars = [bars],
                Timeframe = timeframe,
                Regimes = regime is null ? null : ScriptedRegimes.Given(regime, bars.Count),
                Observer = new SubjectObserver { Position = position },
            });
        if (result.Fault is { } fault)
            ExceptionDispatchInfo.Throw(fault.Exception);
        return [.. result.Decisions.Select(decision => (RecordedSignal)decision.Fact)];
    }
}
