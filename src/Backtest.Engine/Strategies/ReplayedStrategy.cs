using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>
/// A strategy whose signals were recorded earlier: it emits each signal in its original turn, and does nothing in the turns between.
/// </summary>
internal sealed class ReplayedStrategy
{
    private readonly ISignalSender _sender;
    private readonly ReplayedSymbolNode?[] _symbols; // by the index of the instruments
    private readonly ReplayedSignal[] _signals;
    private readonly Portfolio _portfolio;
    private readonly Market _market;
    private int _next;

    public ReplayedStrategy(ReplayedSignals signals, StrategyBuilder builder, StrategyGroup group, BarSeries?[] series, Market market, Portfolio portfolio)
    {
        _sender = group;
        _signals = signals.Signals;
        _market = market;
        _portfolio = portfolio;
        _symbols =
        [
            .. series.Select(bars => bars is null
                ? null
                : builder.Replayed(bars, group, portfolio.Holding(group.Index, bars.Instrument).Cell, signals.IndicatorNames)),
        ];
        Signals = signals;
    }

    /// <summary>The replayed signals, and the number of those omitted.</summary>
    public ReplayedSignals Signals { get; }

    /// <summary>Its symbols, by the index of their instruments.</summary>
    public IReadOnlyList<ReplayedSymbolNode?> Symbols => _symbols;

    /// <summary>The number of signals so far without a turn at their time, or without a price of their symbol.</summary>
    public int Missed { get; private set; }

    /// <summary>The time of the first of them, UTC ticks.</summary>
    public long FirstMissed { get; private set; }

    /// <summary>The signals not emitted yet.</summary>
    public ReadOnlySpan<ReplayedSignal> Left => _signals.AsSpan(_next);

    /// <summary>The first row whose bar ends when the next signal is due or later; the end of the rows if there is none.</summary>
    public int Next(BarSeries series, int from, int to)
    {
        if (_next == _signals.Length)
            return to;
        // Times are truncated to whole microseconds, so they are never after the original time.
        int row = Array.BinarySearch(series.End, from, to - from, _signals[_next].Moment * TimeSpan.TicksPerMicrosecond);
        return row < 0 ? ~row : row;
    }

    /// <summary>Whether a signal is due at a time, UTC ticks.</summary>
    public bool IsDue(long time) => _next < _signals.Length && _signals[_next].Moment <= ReplayedSignal.MomentOf(time);

    /// <summary>Emits the signals of a turn.</summary>
    public void OnTurn(in Turn turn)
    {
        long now = ReplayedSignal.MomentOf(turn.End);
        for (; IsDue(turn.End); _next++)
        {
            ref readonly ReplayedSignal signal = ref _signals[_next];
            if (signal.Moment == now && _market.HasOpened(signal.Instrument))
                Send(signal, turn.End);
            else
                Miss(signal);
        }
    }

    private void Send(in ReplayedSignal signal, long time)
    {
        ReplayedSymbolNode symbol = _symbols[signal.Instrument]!;
        symbol.Values = signal.Recorded.Indicators;
        bool isEntry = signal.Recorded.Action == SignalAction.Enter;
        _sender.Send(new SignalEvent
        {
            Id = _sender.NextSignal(),
            Handle = new SignalHandle(signal.Recorded.Handle),
            Time = new DateTime(time, DateTimeKind.Utc),
            Instrument = _portfolio.Series[signal.Instrument].Instrument,
            StrategyIndex = _sender.Index,
            Action = signal.Recorded.Action,
            Direction = isEntry || signal.Recorded.Action == SignalAction.Target ? signal.Recorded.Direction : Held(signal.Instrument),
            Strength = signal.Strength,
            Entry = isEntry ? signal.Recorded.Entry with { Strength = signal.Strength, Reason = signal.Recorded.Reason } : signal.Recorded.Entry,
            RefersTo = signal.Recorded.RefersTo,
            Size = signal.Recorded.Size,
            Band = signal.Recorded.Band,
            Reason = signal.Recorded.Reason,
        });
    }

    /// <summary>The side an exit closes: that of the current position, not of the position when the signal was recorded.</summary>
    private Direction Held(int instrument) =>
        _portfolio.Holding(_sender.Index, _portfolio.Series[instrument].Instrument).Quantity < 0 ? Direction.Short : Direction.Long;

    private void Miss(in ReplayedSignal signal)
    {
        if (Missed++ == 0)
            FirstMissed = signal.Recorded.Time;
    }
}
