using System.Runtime.ExceptionServices;
using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Runs one classifier over bars through the engine.</summary>
public static class ClassifierHarness
{
    /// <summary>Runs a classifier and returns its regimes.</summary>
    /// <param name="parameters">Its parameters, as JSON.</param>
    /// <param name="bars">The bars.</param>
    /// <param name="seed">The seed of the run's random numbers.</param>
    /// <param name="cancelAt">The row before which the run is canceled, to test that training observes it; <see langword="null"/> for never.</param>
    /// <param name="timeframe">The timeframe it classifies, built from the bars; <see langword="null"/> for that of the bars.</param>
    /// <typeparam name="TClassifier">The author's class.</typeparam>
    /// <returns>The regime of each bar, in order; bars for which it set none are left out.</returns>
    /// <exception cref="InputException">The parameters are wrong.</exception>
    /// <exception cref="ArgumentException">The class is not a classifier.</exception>
    /// <exception cref="OperationCanceledException">The run was canceled, and the classifier observed it.</exception>
    /// <remarks>Exceptions of the classifier are passed on.</remarks>
    public static IReadOnlyList<RecordedRegime> Run<TClassifier>(
        string parameters, BarSeries bars, ulong seed = 1, int? cancelAt = null, Timeframe? timeframe = null)
        where TClassifier : class
    {
        using var cancellation = new CancellationTokenSource();
        TrialResult result = Trial.Run(
            PluginFactories.Of<ClassifierFactory>(typeof(TClassifier)),
            TestParameters.Parse(parameters),
            new TrialSetup
            {
                Bars = [bars],
                Timeframe = timeframe,
                Seed = seed,
                Observer = new SubjectObserver { BeforeBar = CancelAt },
                Cancellation = cancellation.Token,
            });
        if (result.Fault is { } fault)
            ExceptionDispatchInfo.Throw(fault.Exception);
        return [.. result.Decisions.Select(decision => (RecordedRegime)decision.Fact)];

        void CancelAt(int row)
        {
            if (row == cancelAt)
                cancellation.Cancel();
        }
    }
}
