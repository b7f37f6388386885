using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>
/// Runs one strategy over bars: each entry takes one unit at the next open, each exit closes all there; nothing else trades.
/// </summary>
internal static class StrategyHarness
{
    /// <param name="factory">The strategy.</param>
    /// <param name="parameters">Its parameters, as JSON.</param>
    /// <param name="bars">The bars.</param>
    /// <param name="intervene">May change the position on a row before the strategy sees it.</param>
    public static IReadOnlyList<RecordedSignal> Run(
        StrategyFactory factory, string parameters, BarSeries bars, Func<int, Position, Position>? intervene = null)
    {
        var indicators = new IndicatorTable();
        var signals = new SignalRecorder();
        var position = new PositionCell();
        StrategyNode node = factory.Create(
            ParameterText.Parse(parameters), new BindingContext(), new StrategyConnections(bars, indicators, signals, position));
        indicators.Compute();
        for (int row = 0; row < bars.Count; row++)
        {
            if (!position.Position.IsFlat)
                position.Position = position.Position with { BarsHeld = position.Position.BarsHeld + 1 };
            foreach (RecordedSignal signal in signals.Signals.Where(signal => signal.Row == row - 1))
                position.Position = Filled(position.Position, signal, (decimal)bars.Open[row]);
            if (intervene is not null)
                position.Position = intervene(row, position.Position);
            node.OnTurn(row);
        }

        return signals.Signals;
    }

    public static IReadOnlyList<InputError> Errors(PluginFactory factory, string parameters, BindingContext? context = null)
    {
        ParameterMap map = ParameterText.Parse(parameters);
        var errors = new ParameterErrors(map, "parameters");
        factory.Validate(map, context ?? new BindingContext(), errors);
        return errors.Errors;
    }

    private static Position Filled(Position held, RecordedSignal signal, decimal price)
    {
        if (signal.Action == SignalAction.Exit)
            return default;
        decimal unit = signal.Direction == Direction.Long ? 1 : -1;
        return held with { Quantity = held.Quantity + unit, LastEntryPrice = price, Entries = held.Entries + 1 };
    }
}
