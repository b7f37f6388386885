using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Measures a run while it is in progress. Memory use grows with trading days, not with bars.</summary>
public sealed class MetricsRecorder : IRunRecorder
{
    private RunDescription? _run;
    private PortfolioTally[] _portfolios = [];
    private RegimeTally[] _regimes = [];
    private RegimeTally?[] _regimesAbove = [];
    private PortfolioTally _total = new(0, null);

    private bool HasTotal => _portfolios.Length != 1;

    /// <summary>The metrics of the run, or null until it has ended.</summary>
    public RunMetrics? Metrics { get; private set; }

    /// <summary>Receives the total's curve once the run has ended; it is valid only during the call, because its memory is reused.</summary>
    public Action<EquityCurve>? TotalMeasured { get; init; }

    /// <summary>The benchmark of the run, or null.</summary>
    public Benchmark? Benchmark { get; init; }

    /// <summary>Whether to measure returns by month and year as well.</summary>
    public bool HasPeriods { get; init; }

    /// <inheritdoc/>
    public void Begin(RunDescription run)
    {
        _run = run;
        Metrics = null;
        _portfolios = [.. run.Portfolios.Select(portfolio => new PortfolioTally(portfolio.Capital, portfolio.TradingDaysPerYear))];
        // A single portfolio equals the total, turn by turn.
        _total = _portfolios is [var only] ? only : new PortfolioTally(run.Portfolios.Sum(portfolio => portfolio.Capital), run.TradingDaysPerYear);
        _regimes = [.. run.Classifiers.Select(classifier => new RegimeTally(classifier))];
        _regimesAbove = [.. run.Portfolios.Select(portfolio => _regimes.FirstOrDefault(above => above.Classifier == portfolio.Classifier))];
    }

    /// <inheritdoc/>
    public void Record(RunJournal journal)
    {
        if (HasTotal)
            _total.Add(journal.Total);
        for (int i = 0; i < _portfolios.Length; i++)
            Record(journal.Portfolios[i], _portfolios[i], _regimesAbove[i]);
        for (int i = 0; i < _regimes.Length; i++)
            _regimes[i].Add(journal.Classifiers[i]);
    }

    /// <inheritdoc/>
    public void End(BacktestResult result)
    {
        RunDescription run = _run ?? throw new InvalidOperationException("The run has not begun.");
        MetricsConfig config = run.Config.Metrics;
        var times = new OrderedDictionary<string, MeasuredTime>(StringComparer.Ordinal);
        var portfolios = new OrderedDictionary<string, PerformanceMetrics>(StringComparer.Ordinal);
        for (int i = 0; i < _portfolios.Length; i++)
            portfolios[run.Portfolios[i].Name] =
                Measure(run.Portfolios[i].Name, _portfolios[i], result.Portfolios[i].FinalEquity, result.Portfolios[i].Status);
        var regimes = new OrderedDictionary<string, IReadOnlyDictionary<string, RegimeMetrics>>(StringComparer.Ordinal);
        foreach (RegimeTally regime in _regimes)
            regimes[regime.Classifier] = regime.Measure();
        if (HasTotal)
            _total.Activity.JoinTrades(_portfolios.Select(portfolio => portfolio.Activity));
        Metrics = new RunMetrics
        {
            Total = HasTotal || result.Portfolios[0].Status == PortfolioStatus.Ruined
                ? Measure("total", _total, result.FinalEquity, status: null)
                : OfOnly(portfolios),
            Portfolios = portfolios,
            Regimes = regimes,
            Periods = HasPeriods ? PeriodReturns.Of(_total.Curve(result.FinalEquity, status: null)) : null,
            Times = times,
        };
        TotalMeasured?.Invoke(_total.Curve(result.FinalEquity, status: null));
        foreach (PortfolioTally tally in _portfolios.Append(_total))
            tally.Release();

        PerformanceMetrics OfOnly(IReadOnlyDictionary<string, PerformanceMetrics> portfolios)
        {
            (string name, PerformanceMetrics metrics) = portfolios.Single();
            times["total"] = times[name];
            return metrics with { Status = null };
        }

        PerformanceMetrics Measure(string name, PortfolioTally tally, decimal finalEquity, PortfolioStatus? status)
        {
            EquityCurve curve = tally.Curve(finalEquity, status);
            double periods = ReturnPeriods.PerYear(curve, config);
            times[name] = new MeasuredTime(curve.Start, curve.End, periods);
            return PerformanceMetrics.Of(curve, tally.Activity, config with { PeriodsPerYear = periods }, Benchmark);
        }
    }

    private void Record(PortfolioJournal journal, PortfolioTally portfolio, RegimeTally? regimes)
    {
        portfolio.Add(journal.Equity);
        AddActivity(journal, portfolio.Activity);
        if (HasTotal)
            AddActivity(journal, _total.Activity);
        foreach (ref readonly TradeRecord record in journal.Trades.Span)
            regimes?.Add(record.Trade);
    }

    private static void AddActivity(PortfolioJournal journal, TradingActivity activity)
    {
        activity.AddOrders(journal.Orders.Count);
        foreach (ref readonly FillRecord record in journal.Fills.Span)
            activity.Add(record.Fill);
        foreach (ref readonly ActionRecord record in journal.Actions.Span)
            activity.Add(record.Action);
        foreach (ref readonly InterestRecord record in journal.Interest.Span)
            activity.Add(record.Interest);
        foreach (ref readonly TradeRecord record in journal.Trades.Span)
            activity.Add(record.Trade);
    }
}
