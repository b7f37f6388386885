namespace Backtest.Fixtures;

/// <summary>Sorts a new list at each bar.</summary>
public sealed partial class ListOfCloses : IBarIndicator<double>
{
    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    public double Update(BarEvent bar)
    {
        IsReady = true;
        return new List<double> { bar.Open, bar.Close }.Max();
    }

    public void Reset() => IsReady = false;
}
