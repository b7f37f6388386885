using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>The examination of one indicator.</summary>
internal sealed class IndicatorExamination(IndicatorSpec spec)
{
    private const int Rows = 600;

    /// <summary>Every law, starting with the one the others rest on.</summary>
    public static IReadOnlyList<IndicatorLaw> Laws { get; } =
    [
        new IndicatorRunsLaw(), new IndicatorDeterminismLaw(), new IndicatorCutDataLaw(), new IndicatorColumnsLaw(), new IndicatorWarmUpLaw(),
        new IndicatorResetLaw(), new IndicatorAllocationLaw(),
    ];

    /// <summary>A random walk.</summary>
    public BarSeries Bars { get; } = TestBars.Walk(seed: 11, Rows);

    /// <summary>Another random walk.</summary>
    public BarSeries OtherBars { get; } = TestBars.Walk(seed: 12, Rows);

    /// <summary>A new instance to feed by hand.</summary>
    public IndicatorStream CreateStream() => IndicatorStream.Of(spec);

    /// <summary>Examines the laws in order. A law under which the indicator does not even run is not judged.</summary>
    public IReadOnlyList<ConformanceFinding> Run()
    {
        var findings = new List<ConformanceFinding>();
        foreach (IndicatorLaw law in Laws)
        {
            findings.Add(findings.Count > 0 && findings[0].Verdict == ConformanceVerdict.Broken
                ? law.NotExamined($"it depends on '{findings[0].Law}', which is broken")
                : law.Examine(this));
        }

        return findings;
    }
}
