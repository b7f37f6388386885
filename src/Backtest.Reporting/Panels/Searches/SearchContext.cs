using System.Text.Json.Nodes;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>What panels of a search are built of; what several need is computed once.</summary>
internal sealed class SearchContext
{
    /// <param name="experiment">The search.</param>
    public SearchContext(StoredExperiment experiment)
    {
        Experiment = experiment;
        Goal = experiment.Goals[0];
        Ranked = [.. experiment.Ranked.Where(trial => trial.Share >= 1)];
        JsonObject[] values = [.. Ranked.Select(trial => trial.Parameters)];
        Parameters = [.. experiment.Parameters.Select(name => SearchedValues.Of(name, [.. values.Select(value => value[name])]))];
    }

    /// <summary>The search.</summary>
    public StoredExperiment Experiment { get; }

    /// <summary>The decisive objective.</summary>
    public SearchGoal Goal { get; }

    /// <summary>The trials on all of the data that may win, the best first.</summary>
    public IReadOnlyList<TrialResult> Ranked { get; }

    /// <summary>The values each searched parameter had in them.</summary>
    public IReadOnlyList<SearchedValues> Parameters { get; }

    /// <summary>The decisive objective of each of them.</summary>
    public double[] Objectives => [.. Ranked.Select(trial => trial.Objectives[0]!.Value)];

    /// <summary>How many trials, of what, by which method, in a line.</summary>
    public string Subtitle => string.Join(" · ", new[]
    {
        Written.Count(Experiment.Trials.Count, "trial", "trials"),
        string.Join(", ", Experiment.Parameters),
        (string?)Experiment.Document["search"]?["method"]?["type"] ?? "",
        Experiment.Entry.Status == ExperimentStatus.Complete ? "" : "not ended",
    }.Where(part => part.Length > 0));

    /// <summary>How a figure of an objective is written.</summary>
    public static Format FormatOf(SearchGoal goal) => FormatOf(
        Metric.All.Where(metric => goal.Name.StartsWith(metric.Name, StringComparison.Ordinal)).MaxBy(metric => metric.Name.Length));

    /// <summary>How a figure of a metric is written.</summary>
    public static Format FormatOf(Metric? metric) => metric?.Unit switch
    {
        MetricUnit.Fraction => Format.Percent,
        MetricUnit.Count => Format.Integer,
        MetricUnit.Money => Format.Money,
        _ => Format.Number,
    };

    /// <summary>A figure of the decisive objective inside a sentence.</summary>
    public string WriteObjective(double value) => FormatOf(Goal) == Format.Percent ? Written.Percent(value) : Written.Money(value);

    /// <summary>The parameters of a trial inside a sentence.</summary>
    public string WriteParameters(TrialResult trial)
    {
        JsonObject values = trial.Parameters;
        return string.Join(", ", Experiment.Parameters.Select(name => $"{name} {SearchedValues.Write(values[name])}"));
    }
}
