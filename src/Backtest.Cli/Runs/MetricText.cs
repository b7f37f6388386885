using System.Globalization;
using Backtest.Results;

namespace Backtest.Cli.Runs;

/// <summary>Formats metrics for readers.</summary>
internal static class MetricText
{
    /// <summary>Formats a figure of a metric.</summary>
    public static string Of(string metric, double? value) => value is not { } known ? "-" : WithoutNegativeZero(known.ToString(
        Metric.Find(metric)?.Unit switch
        {
            MetricUnit.Fraction => "0.00%",
            MetricUnit.Count => "N0",
            MetricUnit.Money => "N2",
            _ => "0.00",
        },
        CultureInfo.InvariantCulture));

    private static string WithoutNegativeZero(string text) =>
        text.StartsWith('-') && !text.AsSpan().ContainsAnyInRange('1', '9') ? text[1..] : text;
}
