namespace Backtest.Engine;

/// <summary>How much of the bar at hand a portfolio's orders have taken.</summary>
/// <param name="instruments">How many instruments there are.</param>
internal sealed class TakenVolume(int instruments)
{
    private readonly (long Turn, decimal Quantity)[] _taken = new (long, decimal)[instruments];

    /// <summary>How many of an instrument were filled in a turn.</summary>
    public decimal Of(Instrument instrument, long turn) => _taken[instrument.Index].Turn == turn ? _taken[instrument.Index].Quantity : 0;

    /// <summary>Adds a fill.</summary>
    public void Add(Instrument instrument, long turn, decimal quantity) => _taken[instrument.Index] = (turn, Of(instrument, turn) + quantity);
}
