using System.Globalization;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Runs whose fills are charged more, in even steps.</summary>
/// <param name="asked">The number of steps, and the greatest charge.</param>
internal sealed class ExtraCosts(MonteCarloConfig asked)
{
    private const int StepsShown = 5;

    /// <summary>The runs, the cheapest first.</summary>
    public WorkflowConfig[] Of(WorkflowConfig config) => [.. Enumerable.Range(0, asked.Reruns).Select(run => Dearer(config, Charge(run)))];

    /// <summary>The runs that are shown by themselves: a few, evenly spread, the dearest the last of them.</summary>
    public IEnumerable<int> Shown => Enumerable.Range(1, StepsShown).Select(step => (asked.Reruns * step / StepsShown) - 1);

    /// <summary>The charge of a run, in words.</summary>
    public string Amount(int run) => string.Create(CultureInfo.InvariantCulture, $"{Charge(run):0.##} basis points");

    /// <summary>From which charge on nothing is earned.</summary>
    /// <param name="initial">What the run began with.</param>
    /// <param name="own">What it came to as it was.</param>
    /// <param name="finals">What the runs came to; 0 where one could not be made.</param>
    public string BreakEven(double initial, double own, double[] finals)
    {
        if (own <= initial)
            return "the run earns nothing even without a further charge.";
        int first = Array.FindIndex(finals, value => value > 0 && value < initial);
        return first < 0
            ? string.Create(CultureInfo.InvariantCulture, $"it still earns at {asked.ExtraCost:0.##} basis points more a fill, the most that was tried.")
            : $"from about {Amount(first)} more a fill on, it earns nothing.";
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
