namespace Backtest.Engine;

/// <summary>Orders holdings by when they were opened, so that a holding can be found by binary search.</summary>
internal sealed class OpeningOrder : IComparer<Holding>
{
    public static OpeningOrder Instance { get; } = new();

    public int Compare(Holding? one, Holding? other) => one!.Opening.CompareTo(other!.Opening);
}
