using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>
/// Checks an indicator against the laws: it accepts any bars, two instances give the same values, later bars do not change a value, many bars in one
/// call give the same values as one by one, it is undefined until it is ready and ready from then on, it is as new after a reset, and it allocates
/// nothing.
/// </summary>
public static class IndicatorConformance
{
    /// <summary>Examines an indicator and throws if it does not conform: a test in one line.</summary>
    /// <param name="spec">Its specification, with arguments with which it is ready within some 300 bars.</param>
    /// <exception cref="ConformanceException">A law is broken, or could not be judged; the message names every one.</exception>
    public static void Check(IndicatorSpec spec)
    {
        ConformanceReport report = Examine(spec);
        if (!report.IsConformant)
            throw new ConformanceException(report);
    }

    /// <summary>Examines an indicator and reports a finding for each law.</summary>
    /// <param name="spec">Its specification. Where it reads other indicators, it gets fields instead, because any numbers will do.</param>
    public static ConformanceReport Examine(IndicatorSpec spec)
    {
        var examination = new IndicatorExamination(spec);
        return new ConformanceReport(PluginKind.Indicator, spec.Indicator.Name, $"({spec.Parameters})", examination.Run());
    }
}
