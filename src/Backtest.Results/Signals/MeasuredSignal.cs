using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A row in the table of signals of a run that ends with them: the signal, and what followed it.</summary>
/// <param name="signal">The signal.</param>
/// <param name="path">What followed it, or null if it is not measured: exits, and signals that the rules forbade.</param>
/// <param name="horizons">The horizons in bars.</param>
internal readonly struct MeasuredSignal(SignalRecord signal, SignalPath? path, IReadOnlyList<int> horizons) : IRow
{
    /// <inheritdoc/>
    public static string Table => SignalRecord.Table;

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields = signal.Describe(fields);
        for (int i = 0; i < horizons.Count; i++)
        {
            fields.Number(FormattableString.Invariant($"return_{horizons[i]}"), path?.Return(i) ?? double.NaN);
            fields.Number(FormattableString.Invariant($"mfe_{horizons[i]}"), path?.Best(i) ?? double.NaN);
            fields.Number(FormattableString.Invariant($"mae_{horizons[i]}"), path?.Worst(i) ?? double.NaN);
        }

        return fields;
    }
}
