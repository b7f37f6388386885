namespace Backtest.Engine;

/// <summary>Holdings in the order they were opened, so that one of many is found at once.</summary>
internal sealed class OpeningOrder : IComparer<Holding>
{
    public static OpeningOrder Instance { get; } = new();

    public int Compare(Holding? one, Holding? other) => one!.Opening.CompareTo(other!.Opening);
}
