using System.Globalization;

namespace Backtest.Fixtures;

/// <summary>Gives a different price in cultures whose decimal separator is a comma.</summary>
public sealed partial class CultureOfBar : IBarIndicator<double>
{
    public bool IsReady { get; private set; }

    public double Undefined => double.NaN;

    public double Update(BarEvent bar)
    {
        IsReady = true;
        return CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator == "," ? bar.Open : bar.Close;
    }

    public void Reset() => IsReady = false;
}
