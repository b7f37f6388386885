using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Keeps every signal.</summary>
internal sealed class SignalRecorder : SignalEmitter
{
    public List<RecordedSignal> Signals { get; } = [];

    public override void Enter(
        Direction direction, double strength, double? limit, PriceLevel? stopLoss, PriceLevel? takeProfit, double? trailingStop, bool add,
        string? reason, double? stop, TimeInForce timeInForce) =>
        Signals.Add(new RecordedSignal(Row, SignalAction.Enter, direction, strength,
            new EntryTerms(limit, stop, timeInForce, stopLoss, takeProfit, trailingStop, add), reason));

    public override void Exit(double fraction, string? reason) =>
        Signals.Add(new RecordedSignal(Row, SignalAction.Exit, default, fraction, default, reason));
}
