using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Passes the regime changes of the classifier above to one portfolio.</summary>
[Reads<Market>]
public sealed class RegimeFeed
{
    private readonly ClassifierRunner? _runner;
    private readonly IReadOnlyList<Instrument> _instruments;
    private readonly int[] _states;

    internal RegimeFeed(ClassifierRunner? runner, IReadOnlyList<Instrument> instruments)
    {
        _runner = runner;
        _instruments = instruments;
        _states = new int[instruments.Count];
        Array.Fill(_states, RegimeColumn.Unknown);
    }

    /// <summary>Whether the classifier gives one regime for the whole market.</summary>
    private RegimeColumn? Market => _runner?.Market;

    /// <summary>Emits the regime changes of this turn.</summary>
    public void OnBar(in Turn turn, IRegimeEvents regimes)
    {
        if (_runner is null)
            return;
        Publish(turn.Bars, turn.End, regimes);
        Publish(turn.OtherBars, turn.End, regimes);
    }

    /// <summary>The first row of a series at which the regime changes; the end of the rows if it does not.</summary>
    internal int Next(BarSeries series, int from, int to)
    {
        if (_runner?.Column(series.Index) is not { } column)
            return to;
        int changed = column.States(from, to).IndexOfAnyExcept(_states[column.Series.Instrument.Index]);
        return changed < 0 ? to : from + changed;
    }

    /// <summary>The regime of an instrument; <see langword="null"/> if there is no classifier above.</summary>
    public string? Current(Instrument instrument) =>
        _runner is null ? null : Name(_states[Market?.Series.Instrument.Index ?? instrument.Index]);

    private void Publish(ReadOnlySpan<TurnBar> bars, long end, IRegimeEvents regimes)
    {
        foreach (TurnBar bar in bars)
        {
            if (_runner!.Column(bar.Series) is not { } column)
                continue;
            int instrument = column.Series.Instrument.Index;
            int state = column.State(bar.Row);
            int previous = _states[instrument];
            if (state == previous)
                continue;
            _states[instrument] = state;
            regimes.Emit(new RegimeEvent(
                new DateTime(end, DateTimeKind.Utc),
                Market is null ? _instruments[instrument].Symbol : null,
                Name(state),
                Name(previous),
                column.Confidence(bar.Row)));
        }
    }

    private string Name(int state) => state < 0 ? RegimeEvent.Unknown : _runner!.Description.States[state];
}
