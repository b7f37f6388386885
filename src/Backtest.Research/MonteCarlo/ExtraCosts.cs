using System.Globalization;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Runs with a higher charge on fills, in even steps.</summary>
/// <param name="asked">The number of steps, and the highest charge.</param>
internal sealed class ExtraCosts(MonteCarloConfig asked)
{
    private const int StepsShown = 5;

    /// <summary>The runs, the lowest charge first.</summary>
    public WorkflowConfig[] Of(WorkflowConfig config) => [.. Enumerable.Range(0, asked.Reruns).Select(run => Dearer(config, Charge(run)))];

    /// <summary>The runs to report: a few, evenly spread, ending with the highest charge.</summary>
    public IEnumerable<int> Shown => Enumerable.Range(1, StepsShown).Select(step => (asked.Reruns * step / StepsShown) - 1);

    /// <summary>The charge of a run, in words.</summary>
    public string Amount(int run) => string.Create(CultureInfo.InvariantCulture, $"{Charge(run):0.##} basis points");

    /// <summary>The charge from which on the run earns nothing.</summary>
    /// <param name="initial">The initial equity of the run.</param>
    /// <param name="own">The final equity of the unchanged run.</param>
    /// <param name="finals">The final equities of the runs; 0 if one failed.</param>
    public string BreakEven(double initial, double own, double[] finals)
    {
        if (own <= initial)
            return "the run is not profitable even without an additional charge.";
        int first = Array.FindIndex(finals, value => value > 0 && value < initial);
        return first < 0
            ? string.Create(CultureInfo.InvariantCulture, $"the run is still profitable at the highest additional charge tried, {asked.ExtraCost:0.##} basis points a fill.")
            : $"the run is no longer profitable from about {Amount(first)} more a fill.";
    }

    private double Charge(int run) => asked.ExtraCost * (run + 1) / asked.Reruns;

    private static WorkflowConfig Dearer(WorkflowConfig config, double basisPoints) => config with
    {
        Execution = config.Execution with
        {
            Commission = new CommissionConfig.Sum(
            [
                .. config.Execution.Commission.Summands.Where(part => part is not CommissionConfig.None),
                new CommissionConfig.Percent((decimal)basisPoints / 10_000),
            ]),
        },
    };
}
