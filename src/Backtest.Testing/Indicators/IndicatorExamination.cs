using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>One indicator while it is held to the laws.</summary>
internal sealed class IndicatorExamination(IndicatorSpec spec)
{
    private const int Rows = 600;

    /// <summary>Every law, the one the others rest on first.</summary>
    public static IReadOnlyList<IndicatorLaw> Laws { get; } =
    [
        new IndicatorRunsLaw(), new IndicatorDeterminismLaw(), new IndicatorCutDataLaw(), new IndicatorColumnsLaw(), new IndicatorWarmUpLaw(),
        new IndicatorResetLaw(), new IndicatorAllocationLaw(),
    ];

    /// <summary>A random walk.</summary>
    public BarSeries Bars { get; } = TestBars.Walk(seed: 11, Rows);

    /// <summary>Another one.</summary>
    public BarSeries OtherBars { get; } = TestBars.Walk(seed: 12, Rows);

    /// <summary>A new instance to feed by hand.</summary>
    public IndicatorStream CreateStream() => IndicatorStream.Of(spec);

    /// <summary>Examines law after law. One that the indicator does not even run under is not judged.</summary>
    public IReadOnlyList<ConformanceFinding> Run()
    {
        var findings = new List<ConformanceFinding>();
        foreach (IndicatorLaw law in Laws)
        {
            findings.Add(findings.Count > 0 && findings[0].Verdict == ConformanceVerdict.Broken
                ? law.NotExamined($"it rests on '{findings[0].Law}', which is broken")
                : law.Examine(this));
        }

        return findings;
    }
}
