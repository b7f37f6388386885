using System.Runtime.CompilerServices;
using Backtest.Abstractions.Runtime;

namespace Backtest.Fixtures;

/// <summary>Bypasses the view: the close of the next bar, if there is one.</summary>
public sealed partial class NextClose : IBarIndicator<double>
{
    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    public double Update(BarEvent bar)
    {
        IsReady = true;
        BarSeries series = SeriesOf(ref bar);
        int next = (int)(bar.Index - series.FirstIndex) + 1;
        return next < series.Count ? series.Close[next] : bar.Close;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_series")]
    private static extern ref readonly BarSeries SeriesOf(ref BarEvent bar);

    public void Reset() => IsReady = false;
}
