using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>
/// Once warm, it allocates no memory per bar, except on as many bars as the options allow. The second of two runs is measured, over the second half
/// of its bars, separately for bars with and without decisions; allocations of the engine and the kit do not count.
/// </summary>
internal sealed class AllocationLaw : Law
{
    private const string Fix = "Create buffers before the first bar. Use no strings, LINQ, closures or boxing per bar. Use constants as reasons.";

    public override string Name => LawNames.Allocation;

    public override IReadOnlyList<string> RestsOn => [LawNames.Runs];

    public override ConformanceFinding Examine(Examination examination)
    {
        double tolerated = examination.MayAllocateOn;
        foreach (DeclaredIndicator own in examination.OwnIndicators())
        {
            if (Broken($"updating {own.Name}", Measure(own, examination.Bars[0]), tolerated) is { } indicator)
                return indicator;
        }

        Measure(examination);
        List<BarAllocation> bars = Measure(examination);
        return Broken("bars with a decision", [.. bars.Where(bar => bar.HasDecided)], tolerated)
            ?? Broken("bars without a decision", [.. bars.Where(bar => !bar.HasDecided)], tolerated)
            ?? Held(FormattableString.Invariant($"{bars.Count(bar => bar.Bytes == 0)} of {bars.Count} bars allocated nothing"));
    }

    private static List<BarAllocation> Measure(Examination examination)
    {
        var observer = new SubjectObserver { CountsAllocations = true };
        examination.Run(examination.Setup(examination.Bars) with { Observer = observer });
        long[] ends = TrialBars.Ends(examination.Bars);
        return [.. observer.Allocations.Where(bar => bar.Time > ends[ends.Length / 2])];
    }

    private static List<BarAllocation> Measure(DeclaredIndicator declared, BarSeries bars)
    {
        var meter = new AllocationMeter(bars.Count);
        IndicatorStream stream = declared.CreateStream();
        for (int row = 0; row < bars.Count; row++)
        {
            var bar = new BarEvent(bars, row);
            meter.Enter();
            stream.Update(bar);
            meter.Leave();
            meter.EndBar(bars.End[row]);
        }

        return [.. meter.Bars.Skip(bars.Count / 2)];
    }

    private ConformanceFinding? Broken(string what, List<BarAllocation> bars, double tolerated)
    {
        BarAllocation[] costly = [.. bars.Where(bar => bar.Bytes > 0)];
        if (costly.Length <= Math.Ceiling(bars.Count * tolerated))
            return null;
        long median = costly.Select(bar => bar.Bytes).Order().ElementAt(costly.Length / 2);
        return Broken(
            FormattableString.Invariant(
                $"{what}: {costly.Length} of {bars.Count} allocated, with a median of {median} bytes, such as that of {FactText.Time(costly[0].Time)}"),
            Fix);
    }
}
