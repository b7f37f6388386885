namespace Backtest.Engine;

/// <summary>Orders instruments as the run does: by symbol, ordinally.</summary>
internal sealed class InstrumentOrder : IComparer<Instrument>
{
    public static readonly InstrumentOrder Instance = new();

    public int Compare(Instrument? x, Instrument? y) => x!.Index.CompareTo(y!.Index);
}
