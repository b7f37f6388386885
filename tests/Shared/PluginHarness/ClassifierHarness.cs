using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Runs one classifier over bars.</summary>
internal static class ClassifierHarness
{
    /// <param name="factory">The classifier.</param>
    /// <param name="parameters">Its parameters, as JSON.</param>
    /// <param name="bars">The bars.</param>
    /// <param name="seed">The seed it starts with.</param>
    /// <param name="isCanceled">Whether the run was canceled before its first bar.</param>
    public static IReadOnlyList<RecordedRegime> Run(
        ClassifierFactory factory, string parameters, BarSeries bars, ulong seed = 1, bool isCanceled = false)
    {
        (ClassifierNode node, RegimeRecorder regimes) = Start(factory, parameters, bars, seed, isCanceled);
        node.Run(0, bars.Count);
        return regimes.Regimes(node.States);
    }

    /// <summary>The bytes allocated over the rows from one on.</summary>
    public static long Allocated(ClassifierFactory factory, string parameters, BarSeries bars, int from)
    {
        (ClassifierNode node, _) = Start(factory, parameters, bars, seed: 1, isCanceled: false);
        node.Run(0, from);
        long before = GC.GetAllocatedBytesForCurrentThread();
        node.Run(from, bars.Count);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static (ClassifierNode Node, RegimeRecorder Regimes) Start(
        ClassifierFactory factory, string parameters, BarSeries bars, ulong seed, bool isCanceled)
    {
        var indicators = new IndicatorTable();
        var regimes = new RegimeRecorder(bars.Count);
        ClassifierNode node = factory.Create(
            ParameterText.Parse(parameters), new BindingContext(), new ClassifierConnections(bars, indicators, regimes));
        indicators.Compute();
        node.OnStart(new StartContext(bars.Instrument, new SilentLog(), seed, PeriodsPerYear: 252, new CancellationToken(isCanceled)));
        return (node, regimes);
    }
}
