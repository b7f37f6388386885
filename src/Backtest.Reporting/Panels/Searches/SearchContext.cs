using System.Text.Json.Nodes;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The input of a search's panels; what several panels need is computed once.</summary>
internal sealed class SearchContext
{
    /// <param name="experiment">The search.</param>
    public SearchContext(StoredExperiment experiment)
    {
        Experiment = experiment;
        Goal = experiment.Goals[0];
        Ranked = [.. experiment.Ranked.Where(trial => trial.Share >= 1)];
        Parameters = [.. experiment.Parameters.Select(name => SearchedValues.Of(name, Ranked.Select(trial => trial.Parameters[name])))];
    }

    /// <summary>The search.</summary>
    public StoredExperiment Experiment { get; }

    /// <summary>The decisive objective.</summary>
    public SearchGoal Goal { get; }

    /// <summary>The trials on all of the data that may win, best first.</summary>
    public IReadOnlyList<TrialResult> Ranked { get; }

    /// <summary>The values of each searched parameter in these trials.</summary>
    public IReadOnlyList<SearchedValues> Parameters { get; }

    /// <summary>The decisive objective of each of these trials.</summary>
    public double[] Objectives => [.. Ranked.Select(trial => trial.Objectives[0]!.Value)];

    /// <summary>The number of trials, the subject and the method, in one line.</summary>
    public string Subtitle => string.Join(" · ", new[]
    {
        Written.Count(Experiment.Trials.Count, "trial", "trials"),
        string.Join(", ", Experiment.Parameters),
        (string?)Experiment.Document["search"]?["method"]?["type"] ?? "",
        Experiment.Entry.Status == ExperimentStatus.Complete ? "" : "not finished",
    }.Where(part => part.Length > 0));

    /// <summary>The format of an objective.</summary>
    public static Format FormatOf(SearchGoal goal) => FormatOf(
        Metric.All.Where(metric => goal.Name.StartsWith(metric.Name, StringComparison.Ordinal)).MaxBy(metric => metric.Name.Length));

    /// <summary>The format of a metric.</summary>
    public static Format FormatOf(Metric? metric) => metric?.Unit switch
    {
        MetricUnit.Fraction => Format.Percent,
        MetricUnit.Count => Format.Integer,
        MetricUnit.Money => Format.Money,
        _ => Format.Number,
    };

    /// <summary>A value of the decisive objective, for use in a sentence.</summary>
    public string WriteObjective(double value) => FormatOf(Goal) == Format.Percent ? Written.Percent(value) : Written.Money(value);

    /// <summary>The parameters of a trial, for use in a sentence.</summary>
    public string WriteParameters(TrialResult trial)
    {
        JsonObject values = trial.Parameters;
        return string.Join(", ", Experiment.Parameters.Select(name => $"{name} {SearchedValues.Write(values[name])}"));
    }
}
