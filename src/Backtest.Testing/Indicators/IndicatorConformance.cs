using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>
/// Holds an indicator to the laws: it takes any bars, two instances say the same, nothing later changes a value, many bars in one call give
/// what they give one by one, it is undefined until it is ready and ready from then on, as new after a reset, and allocates nothing.
/// </summary>
public static class IndicatorConformance
{
    /// <summary>Examines an indicator and throws when it does not conform: a test in one line.</summary>
    /// <param name="spec">Its specification, with arguments under which it is ready within some 300 bars.</param>
    /// <exception cref="ConformanceException">A law is broken, or could not be judged; the message names every one.</exception>
    public static void Check(IndicatorSpec spec)
    {
        ConformanceReport report = Examine(spec);
        if (!report.IsConformant)
            throw new ConformanceException(report);
    }

    /// <summary>Examines an indicator and says what was found about each law.</summary>
    /// <param name="spec">Its specification. Where it reads other indicators, fields take their place: any numbers will do.</param>
    public static ConformanceReport Examine(IndicatorSpec spec)
    {
        var examination = new IndicatorExamination(spec);
        return new ConformanceReport(PluginKind.Indicator, spec.Indicator.Name, $"({spec.Parameters})", examination.Run());
    }
}
