namespace Backtest.Engine;

/// <summary>Tells one portfolio of the changes of regime of the classifier above it.</summary>
public sealed class RegimeFeed
{
    private readonly ClassifierDesk? _desk;
    private readonly IReadOnlyList<Instrument> _instruments;
    private readonly int[] _states;

    internal RegimeFeed(ClassifierDesk? desk, IReadOnlyList<Instrument> instruments)
    {
        _desk = desk;
        _instruments = instruments;
        _states = new int[instruments.Count];
        Array.Fill(_states, RegimeColumn.Unknown);
    }

    /// <summary>Whether the classifier gives one regime for the whole market.</summary>
    private RegimeColumn? Market => _desk?.Market;

    /// <summary>Emits what changed at this turn.</summary>
    public void OnBar(in Turn turn, IRegimeEvents regimes)
    {
        if (_desk is null)
            return;
        foreach (TurnBar bar in turn.Bars)
        {
            if (_desk.Column(bar.Series) is not { } column || column.Series.Index != bar.Series)
                continue;
            int state = column.State(bar.Row);
            int previous = _states[bar.Series];
            if (state == previous)
                continue;
            _states[bar.Series] = state;
            regimes.Emit(new RegimeEvent(
                new DateTime(turn.End, DateTimeKind.Utc),
                Market is null ? _instruments[bar.Series].Symbol : null,
                Name(state),
                Name(previous),
                column.Confidence(bar.Row)));
        }
    }

    /// <summary>The regime of an instrument; <see langword="null"/>: there is no classifier above.</summary>
    public string? Current(Instrument instrument) =>
        _desk is null ? null : Name(_states[Market?.Series.Index ?? instrument.Index]);

    private string Name(int state) => state < 0 ? RegimeEvent.Unknown : _desk!.Description.States[state];
}
