namespace Backtest.Testing;

/// <summary>An indicator a plugin requested on one series.</summary>
/// <param name="spec">The request.</param>
/// <param name="symbol">The series' symbol.</param>
internal abstract class DeclaredIndicator(IndicatorSpec spec, string symbol)
{
    public IndicatorSpec Spec => spec;

    public string Symbol => symbol;

    /// <summary>The indicator in words.</summary>
    public string Name => $"{spec.Indicator.Name}({spec.Parameters})";

    /// <summary>Whether the value the plugin reads at a row is defined. Only after a run of one chunk.</summary>
    public abstract bool IsDefined(int row);

    /// <summary>The first row at which the value the plugin reads is defined; the number of rows if there is none.</summary>
    public int FirstDefined(int rows)
    {
        int row = 0;
        while (row < rows && !IsDefined(row))
            row++;
        return row;
    }

    /// <summary>A new instance to feed by hand.</summary>
    public abstract IndicatorStream CreateStream();
}
