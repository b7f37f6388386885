namespace Backtest.Testing;

/// <summary>A plugin breaks a law, or one could not be judged. The message names each, with what was found and what to do.</summary>
public sealed class ConformanceException : Exception
{
    /// <summary>Creates the exception of a failed check.</summary>
    /// <param name="report">The findings.</param>
    public ConformanceException(ConformanceReport report)
        : base(Describe(report)) => Report = report;

    /// <summary>The findings about every law.</summary>
    public ConformanceReport Report { get; }

    private static string Describe(ConformanceReport report)
    {
        IEnumerable<string> lines = report.Findings.Where(finding => !finding.Passed).Select(finding => $"  {finding}");
        return $"'{report.Id}' with {report.Parameters} does not conform:\n{string.Join('\n', lines)}";
    }
}
