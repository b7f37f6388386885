using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Keeps every signal.</summary>
internal sealed class SignalRecorder : SignalEmitter
{
    public List<RecordedSignal> Signals { get; } = [];

    public override ReadOnlySpan<OrderEvent> Orders => [];

    public override ReadOnlySpan<ClosedTrade> Trades => [];

    public override SignalHandle Give(in SignalRequest request)
    {
        Signals.Add(RecordedSignal.From(Row, request));
        return new SignalHandle(Signals.Count);
    }
}
