namespace Backtest.Engine;

/// <summary>The volume of the current bars that a portfolio's orders have taken.</summary>
/// <param name="instruments">The number of instruments.</param>
internal sealed class TakenVolume(int instruments)
{
    private readonly (BarPlace Bar, decimal Quantity)[] _taken = new (BarPlace, decimal)[instruments];

    /// <summary>The quantity of an instrument that filled on a bar.</summary>
    public decimal Of(Instrument instrument, BarPlace bar) => _taken[instrument.Index].Bar == bar ? _taken[instrument.Index].Quantity : 0;

    /// <summary>Adds a fill.</summary>
    public void Add(Instrument instrument, BarPlace bar, decimal quantity) => _taken[instrument.Index] = (bar, Of(instrument, bar) + quantity);
}
