using System.ComponentModel;
using Backtest.Abstractions.Runtime;

namespace Backtest;

/// <summary>An indicator on every instrument a portfolio trades.</summary>
/// <typeparam name="TValue">The type of the indicator's values.</typeparam>
public readonly struct PerSymbol<TValue>
    where TValue : struct
{
    private readonly IndicatorReader<TValue>[] _readers;
    private readonly int[] _rows;

    /// <summary>Reads each instrument's column at the portfolio's row. For the host and generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public PerSymbol(IndicatorReader<TValue>[] readers, int[] rows)
    {
        _readers = readers;
        _rows = rows;
    }

    /// <summary>The value at the instrument's last closed bar; not a number until it is ready.</summary>
    public TValue this[Instrument instrument] => _readers[instrument.Index][_rows[instrument.Index]];
}
