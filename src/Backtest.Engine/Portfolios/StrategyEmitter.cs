using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The emitter of one strategy on one instrument: it checks what the author asks for and sends it on.</summary>
internal class StrategyEmitter(ISignalSender sender, BarSeries series, PositionCell position) : SignalEmitter
{
    /// <summary>The end of the bar the signal is decided on, UTC ticks.</summary>
    protected virtual long Time => series.End[Row];

    public override void Enter(
        Direction direction,
        double strength = 1,
        double? limit = null,
        PriceLevel? stopLoss = null,
        PriceLevel? takeProfit = null,
        double? trailingStop = null,
        bool add = false,
        string? reason = null,
        double? stop = null,
        TimeInForce timeInForce = TimeInForce.GoodTillCanceled)
    {
        CheckFraction(strength, nameof(strength));
        CheckPrice(limit, nameof(limit));
        CheckPrice(stop, nameof(stop));
        CheckPrice(stopLoss?.Value, nameof(stopLoss));
        CheckPrice(takeProfit?.Value, nameof(takeProfit));
        CheckPrice(trailingStop, nameof(trailingStop));
        var terms = new EntryTerms(limit, stop, timeInForce, stopLoss, takeProfit, trailingStop, add);
        Send(SignalAction.Enter, direction, strength, terms, reason);
    }

    public override void Exit(double fraction = 1, string? reason = null)
    {
        CheckFraction(fraction, nameof(fraction));
        Send(SignalAction.Exit, position.Position.IsShort ? Direction.Short : Direction.Long, fraction, default, reason);
    }

    private void Send(SignalAction action, Direction direction, double strength, EntryTerms terms, string? reason) =>
        sender.Send(new SignalEvent(
            sender.NextSignal(),
            new DateTime(Time, DateTimeKind.Utc),
            series.Instrument,
            sender.Index,
            action,
            direction,
            strength,
            terms,
            reason));

    private static void CheckFraction(double value, string name)
    {
        if (!(value is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and at most 1");
    }

    private static void CheckPrice(double? value, string name)
    {
        if (value is { } price && !(price > 0 && double.IsFinite(price)))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be a number above 0");
    }
}
