using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Regime analysis: which trial of each search did best on the days of each regime, and whether that is more than chance. If it is not, the
/// parameters found for all of the time are kept.
/// </summary>
internal sealed class RegimesStep(StepContext context, ResearchStepConfig.Regimes step)
{
    private const int FewestDays = 30;
    private const int ResampleCount = 1000;
    private const int MostReturns = 4_000_000;

    /// <summary>Compares numbers of states, if the step names any, and then the trials of the searches before it.</summary>
    public async Task<StepOutput> RunAsync(StepInput input, CancellationToken cancellation)
    {
        StatesFinding? states = step.States.Count == 0 ? null
            : await StatesComparison.RunAsync(context, step, input.Sets, cancellation).ConfigureAwait(false);
        // If an earlier step has chosen the number of states, use the regimes for that number.
        JsonNode? number = states?.Chosen is { } chosen ? JsonValue.Create(chosen) : input.Sets[StatesComparison.PathOf(step)]?.DeepClone();
        JsonObject ofClassifier = number is null ? [] : new JsonObject { [StatesComparison.PathOf(step)] = number };
        var findings = new List<RegimeFinding>();
        foreach (ResearchStepConfig.Search search in context.Plan.Before<ResearchStepConfig.Search>(step))
        {
            StepSearch searched = context.Plan.Searches[search.Name];
            var experiment = StoredExperiment.Find(context.Ledger, (string)input.Searches[search.Name]!);
            findings.AddRange(await CompareAsync(searched, experiment, ofClassifier, cancellation).ConfigureAwait(false));
        }

        double[] adjusted = BenjaminiHochberg.Adjust([.. findings.Where(finding => finding.Reason is null).Select(finding => finding.PValue)]);
        int next = 0;
        findings = [.. findings.Select(finding => finding.Reason is not null ? finding : Judge(finding, adjusted[next++]))];
        JsonObject sets = input.Sets.DeepClone().AsObject();
        foreach ((string path, JsonNode? value) in ofClassifier)
            sets[path] = value?.DeepClone();
        foreach (IGrouping<string, RegimeFinding> strategy in findings.Where(finding => finding.IsTaken).GroupBy(finding => finding.Strategy))
        {
            sets[$"{strategy.Key}.by_regime"] = new JsonObject(strategy.Select(finding =>
                KeyValuePair.Create(finding.Regime, (JsonNode?)new JsonObject { ["parameters"] = Named(finding, strategy.Key) })));
        }

        var figures = new RegimesFigures { States = states, Significance = step.Significance, Regimes = findings };
        return new StepOutput(
            sets, input.Searches, StepFigures.Write(figures, StepFiguresJson.Default.RegimesFigures),
            [.. states?.Text() ?? [], .. findings.Select(finding => finding.Text())]);
    }

    private RegimeFinding Judge(RegimeFinding finding, double adjusted) =>
        finding with { AdjustedPValue = adjusted, IsTaken = finding.Difference > 0 && adjusted <= step.Significance };

    /// <summary>The parameters of a finding, by the plugin's names for them.</summary>
    private JsonObject Named(RegimeFinding finding, string strategy)
    {
        StepSearch search = context.Plan.Searches.Values.First(own => own.Strategy is not null && own.Path == strategy);
        return new JsonObject(search.Plan.Parameters.Select(parameter =>
            KeyValuePair.Create(parameter.Path[(parameter.Path.LastIndexOf('.') + 1)..], finding.Parameters![parameter.Name]?.DeepClone())));
    }

    private async Task<IEnumerable<RegimeFinding>> CompareAsync(
        StepSearch search, StoredExperiment experiment, JsonObject ofClassifier, CancellationToken cancellation)
    {
        TrialResult[] trials = Sample([.. experiment.Ranked.Where(trial => trial.Share >= 1).DistinctBy(trial => trial.Key)]);
        RegimeReturnsRecorder[] returns = [.. trials.Select(_ => new RegimeReturnsRecorder(step.Classifier, portfolio: null))];
        SummaryRecorder[] summaries = [.. returns.Select(recorder => new SummaryRecorder(inner: recorder))];
        await context.RunAsync([.. trials.Select(trial => search.Run(trial, ofClassifier))], summaries, cancellation).ConfigureAwait(false);
        return returns[0].Regimes.Select((regime, number) =>
        {
            cancellation.ThrowIfCancellationRequested();
            int[] trades = [.. summaries.Select(summary => summary.Summary!.Metrics.Regimes[step.Classifier][regime].Trades)];
            return Compare(search.Path, regime, trials, trades, [.. returns.Select(recorder => recorder.In(regime))], (ulong)number);
        });
    }

    /// <summary>Compares trials on the days of a regime with the first, which was found for all of the time.</summary>
    private RegimeFinding Compare(
        string strategy, string regime, TrialResult[] trials, int[] trades, IReadOnlyList<DailyReturn>[] returns, ulong seed)
    {
        int[] others = [.. Enumerable.Range(1, trials.Length - 1).Where(trial => trades[trial] >= step.MinimumTrades)];
        int days = returns[0].Count;
        var finding = new RegimeFinding { Strategy = strategy, Regime = regime, Days = days, Compared = others.Length };
        if (days < FewestDays)
        {
            return finding with
            {
                Compared = 0,
                Reason = string.Create(CultureInfo.InvariantCulture, $"{days} days are too few to compare; at least {FewestDays} are needed"),
            };
        }

        if (others.Length == 0)
            return finding with { Reason = string.Create(CultureInfo.InvariantCulture, $"no other trial entered {step.MinimumTrades} trades in it") };
        var values = new double[days * others.Length];
        for (int day = 0; day < days; day++)
        {
            for (int i = 0; i < others.Length; i++)
                values[(day * others.Length) + i] = returns[others[i]][day].Return - returns[0][day].Return;
        }

        var differences = new TrialReturns(values, others.Length);
        double[] means = differences.Means();
        int likeliest = Array.IndexOf(means, means.Max());
        double block = BlockLength.Of(differences.OfStrategy(likeliest)).Stationary;
        // Test the best against the best of that many without skill, which accounts for the number of comparisons.
        var test = SuperiorPredictiveAbility.Of(differences, Resamples.Stationary(days, ResampleCount, block, seed));
        int best = Enumerable.Range(0, others.Length).MaxBy(i => test.Variances[i] > 0 ? means[i] / Math.Sqrt(test.Variances[i]) : 0);
        return finding with
        {
            Trial = trials[others[best]].Number,
            Parameters = trials[others[best]].Parameters,
            Trades = trades[others[best]],
            Difference = means[best],
            PValue = ((test.Consistent * ResampleCount) + 1) / (ResampleCount + 1),
        };
    }

    /// <summary>The winner and, if there are more trials than fit into memory, an even sample of the others.</summary>
    private TrialResult[] Sample(TrialResult[] ranked)
    {
        (DateOnly first, DateOnly last) = context.Bars.Days;
        int most = Math.Max(2, MostReturns / Math.Max(1, last.DayNumber - first.DayNumber));
        return ranked.Length <= most ? ranked : [.. Enumerable.Range(0, most).Select(i => ranked[(int)((long)i * ranked.Length / most)])];
    }
}
