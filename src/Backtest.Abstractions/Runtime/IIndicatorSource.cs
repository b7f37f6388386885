using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Where nodes ask for indicators while the tree is built. Equal requests share one computation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IIndicatorSource
{
    /// <summary>The values of an indicator on a series.</summary>
    /// <exception cref="InputException">The indicator yields something else than <typeparamref name="TValue"/>.</exception>
    IndicatorReader<TValue> Request<TValue>(IndicatorSpec spec, BarSeries series)
        where TValue : struct;
}
