using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Where nodes request indicators while the tree is built. Equal requests share one computation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IIndicatorSource
{
    /// <summary>The values of an indicator on a series.</summary>
    /// <exception cref="InputException">
    /// The indicator does not yield <typeparamref name="TValue"/>, or is on a timeframe that cannot be built from the series' bars.
    /// </exception>
    IndicatorReader<TValue> Request<TValue>(IndicatorSpec spec, BarSeries series)
        where TValue : struct;

    /// <summary>The bars of a timeframe, as they are known at the rows of a series.</summary>
    /// <param name="timeframe">Their timeframe.</param>
    /// <param name="offset">How many of them ago; 0 for the last closed one.</param>
    /// <param name="series">The series at whose rows they are read.</param>
    /// <exception cref="InputException">The timeframe cannot be built from the instrument's bars.</exception>
    BarsReader RequestBars(Timeframe timeframe, int offset, BarSeries series);
}
