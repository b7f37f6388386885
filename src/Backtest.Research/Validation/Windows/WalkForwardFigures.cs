using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Measures a walk-forward.</summary>
internal static class WalkForwardFigures
{
    private const int MostPoints = 1000;

    /// <summary>Computes the summary.</summary>
    /// <param name="plan">The search.</param>
    /// <param name="config">The options.</param>
    /// <param name="days">The days of the data.</param>
    /// <param name="searched">The results of each window's search.</param>
    /// <param name="inside">The returns of the best trial of each window on the days searched.</param>
    /// <param name="traded">The traded parameters of each window that was traded.</param>
    /// <param name="tested">The results of the traded days.</param>
    /// <param name="others">The daily Sharpe ratios of the family's other walk-forwards.</param>
    public static WalkForwardSummary Of(
        SearchPlan plan,
        WalkForwardConfig config,
        DateOnly[] days,
        IReadOnlyList<SearchedWindow> searched,
        IReadOnlyList<double[]> inside,
        IReadOnlyList<TradedWindow> traded,
        IReadOnlyList<TestedDays> tested,
        IReadOnlyList<double> others)
    {
        double periods = tested[0].PeriodsPerYear;
        double[] returns = [.. tested.SelectMany(test => test.Returns)];
        WindowResult[] windows = [.. tested.Select((test, index) =>
            Result(plan, days, searched[test.Window.Number], inside[test.Window.Number], traded[index].Parameters, test))];
        double riskFree = plan.Sweep.Metrics.RiskFreeRate == 0 ? 0 : DeterministicMath.Pow(1 + plan.Sweep.Metrics.RiskFreeRate, 1 / periods) - 1;
        SharpeEstimate? estimate = SharpeEstimate.Of([.. returns.Select(value => value - riskFree)]);
        double sign = plan.Goals[0].Maximizes ? 1 : -1;
        double[] worse =
        [
            .. windows.Where(window => window is { Inside: not null, Outside: not null })
                .Select(window => sign * (window.Inside!.Value - window.Outside!.Value)),
        ];
        return new WalkForwardSummary
        {
            Type = config.Type,
            Objective = plan.Goals[0].Name,
            IsAnchored = config.IsAnchored,
            Classifier = config.Classifier,
            CarriesPositions = !config.ClosesPositions,
            Windows = windows,
            Days = returns.Length,
            TotalReturn = Of("total_return"),
            Sharpe = Of("sharpe"),
            DailySharpe = estimate?.Sharpe,
            MaxDrawdown = Of("max_drawdown"),
            Efficiency = Efficiency(returns, [.. tested.SelectMany(test => inside[test.Window.Number])]),
            Degradation = worse.Length > 0 ? Median.Of(worse) : null,
            Curve = [.. Curve(tested)],
            Drift = [.. plan.Parameters.Select((parameter, index) => Drift(parameter, [.. traded.Select(window => window.Parameters.Point[index])]))],
            WalkForwards = others.Count + 1,
            Deflated = estimate is { } of ? DeflatedSharpe.Of(of, others.Count + 1, Variance([.. others, of.Sharpe])) : null,
        };

        double? Of(string metric) => ReturnMetric.Of(metric, [.. returns], plan.Sweep.Metrics.RiskFreeRate, periods);
    }

    private static IEnumerable<WealthPoint> Curve(IReadOnlyList<TestedDays> tested)
    {
        double wealth = 1;
        WealthPoint[] points = [.. tested.SelectMany(test => test.Days.Zip(test.Returns)).Select(day => new WealthPoint(day.First, wealth *= 1 + day.Second))];
        int kept = Math.Min(points.Length, MostPoints);
        for (int i = 1; i <= kept; i++)
            yield return points[(int)((long)i * points.Length / kept) - 1];
    }

    private static WindowResult Result(SearchPlan plan, DateOnly[] days, SearchedWindow searched, double[] inside, WindowParameters parameters, TestedDays test) => new()
    {
        Number = test.Window.Number,
        TrainFrom = days[test.Window.Train.From],
        TrainTo = days[test.Window.Train.To - 1],
        TestFrom = days[test.Window.Test.From],
        TestTo = days[test.Window.Test.To - 1],
        Trials = searched.Trials.Count,
        Parameters = plan.ValuesOf(parameters.Point),
        Regimes = searched.ByRegime.Count == 0 ? null :
        [
            .. searched.ByRegime.Select(regime => new WindowRegimeResult(
                regime.Regime!, regime.Point is { } own ? plan.ValuesOf(own) : null, regime.Best?.Objectives[0])),
        ],
        Inside = searched.Winner.Best?.Objectives[0],
        Outside = test.Objective,
        Return = ReturnMetric.Of("total_return", [.. test.Returns], 0, 1),
        Efficiency = Efficiency(test.Returns, inside),
    };

    private static double? Efficiency(double[] outside, double[] inside) =>
        MeanLog(inside) is > 0 and var gained && MeanLog(outside) is { } kept ? kept / gained : null;

    private static double? MeanLog(double[] returns) =>
        returns.Length > 0 && Array.TrueForAll(returns, value => value > -1) ? returns.Sum(value => DeterministicMath.Log(1 + value)) / returns.Length : null;

    private static ParameterDrift Drift(SearchedParameter parameter, double[] values)
    {
        double[] steps = [.. values.Zip(values.Skip(1), (before, after) => Math.Abs(after - before))];
        SearchDimension dimension = parameter.Dimension;
        double range = dimension.To - dimension.From;
        return new ParameterDrift(
            parameter.Name, steps.Count(step => step > 0), dimension.IsChoice || range <= 0 || steps.Length == 0 ? null : steps.Average() / range);
    }

    private static double Variance(double[] values)
    {
        if (values.Length < 2)
            return 0;
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
