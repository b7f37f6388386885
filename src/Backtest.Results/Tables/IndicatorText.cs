using System.Globalization;
using System.Text;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The indicator values behind a signal as JSON: name → value, null where it was not ready.</summary>
internal static class IndicatorText
{
    public static string Of(PortfolioScope scope, in SignalRecord row)
    {
        ReadOnlySpan<string> keys = scope.IndicatorKeys(row.Signal.Strategy);
        ReadOnlySpan<double> values = scope.Journal.IndicatorValues.Span.Slice(row.FirstValue, row.ValueCount);
        var text = new StringBuilder("{");
        for (int i = 0; i < values.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(keys[i]);
            if (double.IsFinite(values[i]))
                text.Append(CultureInfo.InvariantCulture, $"{values[i]}");
            else
                text.Append("null");
        }

        return text.Append('}').ToString();
    }
}
