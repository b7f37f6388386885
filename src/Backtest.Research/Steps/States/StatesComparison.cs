using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Determines how many states a classifier should have: runs it with each number over the bars before the held-out days, and queries its model for
/// how likely it considered each of them to be.
/// </summary>
internal sealed class StatesComparison
{
    private const int FewestBars = 30;
    private const double Level = 0.05;

    private readonly StepContext _context;
    private readonly ResearchStepConfig.Regimes _step;

    private StatesComparison(StepContext context, ResearchStepConfig.Regimes step) => (_context, _step) = (context, step);

    /// <summary>The path of a classifier's number of states in the run file.</summary>
    public static string PathOf(ResearchStepConfig.Regimes step) => $"classifiers.{step.Classifier}.parameters.states";

    /// <summary>Throws if a classifier's numbers of states cannot be compared.</summary>
    /// <param name="plan">The workflow, whose run is valid.</param>
    /// <param name="step">A step that compares them.</param>
    /// <param name="plugins">Where plugins are found.</param>
    /// <exception cref="InputException">The classifier does not report how likely its model considers a bar to be.</exception>
    public static void Require(ResearchPlan plan, ResearchStepConfig.Regimes step, IReadOnlyList<IPluginSource> plugins)
    {
        string type = plan.Config.Classifiers.First(own => own.Name == step.Classifier).Type;
        PluginFactory factory = plugins.Select(source => source.Find(PluginKind.Classifier, type)).First(found => found is not null)!;
        if (!typeof(IFittedModel).IsAssignableFrom(factory.Descriptor.Type))
        {
            throw plan.Wrong("no_likelihood", $"steps.{step.Name}.states", step,
                $"classifier '{type}' does not report the likelihood of bars, which is needed to compare numbers of states",
                "Remove 'states', or implement IFittedModel in the plugin.");
        }
    }

    /// <summary>Compares the numbers of states a step names.</summary>
    /// <param name="context">What the steps share.</param>
    /// <param name="step">The step.</param>
    /// <param name="sets">The results of the steps before it.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="InputException">A number was never fitted, or the numbers cannot be compared by the requested measure.</exception>
    public static async Task<StatesFinding> RunAsync(
        StepContext context, ResearchStepConfig.Regimes step, JsonObject sets, CancellationToken cancellation)
    {
        ModelScore[] scores = [.. step.States.Select(states => new ModelScore(states))];
        var comparison = new StatesComparison(context, step);
        await Parallel.ForEachAsync(
            scores, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, context.Options.Workers), CancellationToken = cancellation },
            async (score, own) => await comparison.ScoreAsync(score, sets, own).ConfigureAwait(false)).ConfigureAwait(false);
        return comparison.Judge(scores);
    }

    private async Task ScoreAsync(ModelScore score, JsonObject sets, CancellationToken cancellation)
    {
        JsonObject own = sets.DeepClone().AsObject();
        own[PathOf(_step)] = score.States;
        WorkflowConfig run = _context.Plan.Run(own);
        run = run with { Classifiers = [.. run.Classifiers.Where(classifier => classifier.Name == _step.Classifier)], Portfolios = [] };
        StepContext scored = _context with { Plugins = [new ScoredPlugins(_context.Plugins, score)] };
        await scored.RunAsync([run], [new SummaryRecorder()], cancellation).ConfigureAwait(false);
    }

    private StatesFinding Judge(ModelScore[] scores)
    {
        if (scores.FirstOrDefault(score => score.Fit is null) is { } unfitted)
        {
            throw Wrong($"'{_step.Classifier}' fitted no model of {unfitted.States} states to the bars before the held-out days",
                "Train it on fewer bars, or use more data.");
        }

        // Measure all of them on the same bars: those that every one of them predicted.
        int[] bars = [.. Enumerable.Range(0, scores[0].LogDensities.Count).Where(bar => scores.All(score => !double.IsNaN(score.LogDensities[bar])))];
        if (bars.Length < FewestBars)
        {
            throw Wrong(
                string.Create(CultureInfo.InvariantCulture, $"'{_step.Classifier}' predicted {bars.Length} bars with each number of states; expected at least {FewestBars}"),
                "Train it on fewer bars, or use more data.");
        }

        bool areAlike = scores.All(score => score.Fit!.Observations == scores[0].Fit!.Observations);
        if (!areAlike && _step.Choose == StatesMeasure.Bic)
        {
            throw Wrong($"'{_step.Classifier}' fitted its models to different numbers of bars, but the criterion compares models of the same bars",
                "Write choose: held_out.");
        }

        double[] heldOut = [.. scores.Select(score => bars.Sum(bar => score.LogDensities[bar]))];
        ModelScore best = scores[Array.IndexOf(heldOut, heldOut.Max())];
        StatesRow[] rows =
        [
            .. scores.Select((score, i) => new StatesRow
            {
                States = score.States,
                HeldOutLogLikelihood = heldOut[i],
                HeldOutPerBar = heldOut[i] / bars.Length,
                BelowBest = score == best ? null
                    : MeanDifference.Of([.. bars.Select(bar => best.LogDensities[bar] - score.LogDensities[bar])]),
                LogLikelihood = score.Fit!.LogLikelihood,
                Observations = score.Fit.Observations,
                Parameters = score.Fit.Parameters,
                Bic = score.Bic!.Value,
            }),
        ];
        // States that add no information only reduce the number of days of each.
        int byHeldOut = rows.Where(row => row.BelowBest is null || row.BelowBest.PValue > Level).Min(row => row.States);
        int? byBic = areAlike ? rows.MinBy(row => row.Bic)!.States : null;
        return new StatesFinding
        {
            Classifier = _step.Classifier,
            Rows = rows,
            Bars = bars.Length,
            Best = best.States,
            ByHeldOut = byHeldOut,
            ByBic = byBic,
            Chosen = _step.Choose switch { StatesMeasure.HeldOut => byHeldOut, StatesMeasure.Bic => byBic, _ => null },
        };
    }

    private InputException Wrong(string message, string fix) =>
        _context.Plan.Wrong("states_not_comparable", $"steps.{_step.Name}.states", _step, message, fix);
}
