namespace Backtest.Engine;

/// <summary>Which finer bar the orders on each instrument meet, for one portfolio.</summary>
/// <param name="finer">The finer bars.</param>
/// <param name="instruments">How many instruments there are.</param>
internal sealed class FinerPlaces(FinerBars finer, int instruments)
{
    private readonly int[] _rows = new int[instruments];

    /// <summary>The finer bars of an instrument; <see langword="null"/>: it has none.</summary>
    public FinerSeries? Of(int instrument) => finer.Of(instrument);

    /// <summary>The row of the finer bar at hand; below zero: a bar is met as a whole.</summary>
    public int Row(int instrument) => _rows[instrument];

    /// <summary>Moves on to another; below zero: to a bar that is met as a whole.</summary>
    public void MoveTo(int instrument, int row) => _rows[instrument] = row;
}
