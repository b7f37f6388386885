using System.Globalization;
using System.Runtime.CompilerServices;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The indicator values behind a signal as JSON: name → value, null where it was not ready.</summary>
internal static class IndicatorText
{
    public static string Of(PortfolioScope scope, in SignalRecord row)
    {
        ReadOnlySpan<string> keys = scope.IndicatorKeys(row.Signal.StrategyIndex);
        ReadOnlySpan<double> values = scope.Journal.IndicatorValues.Span.Slice(row.FirstValue, row.ValueCount);
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        text.AppendLiteral("{");
        for (int i = 0; i < values.Length; i++)
        {
            text.AppendLiteral(i == 0 ? "" : ",");
            text.AppendLiteral(keys[i]);
            if (double.IsFinite(values[i]))
                text.AppendFormatted(values[i]);
            else
                text.AppendLiteral("null");
        }

        text.AppendLiteral("}");
        return text.ToStringAndClear();
    }
}
