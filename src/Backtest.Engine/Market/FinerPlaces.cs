namespace Backtest.Engine;

/// <summary>The finer bars that the orders of one portfolio are currently meeting, by instrument.</summary>
/// <param name="finer">The finer bars.</param>
/// <param name="instruments">The number of instruments.</param>
internal sealed class FinerPlaces(FinerBars finer, int instruments)
{
    private readonly int[] _rows = new int[instruments];

    /// <summary>The finer bars of an instrument; <see langword="null"/> if it has none.</summary>
    public FinerSeries? Of(int instrument) => finer.Of(instrument);

    /// <summary>The row of the current finer bar; below zero if a bar is met as a whole.</summary>
    public int Row(int instrument) => _rows[instrument];

    /// <summary>Moves on to another finer bar; below zero for a bar that is met as a whole.</summary>
    public void MoveTo(int instrument, int row) => _rows[instrument] = row;
}
