using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Measures a run while it goes on. Memory grows by the trading day, not by the bar.</summary>
public sealed class MetricsRecorder : IRunRecorder
{
    private RunDescription? _run;
    private PortfolioTally[] _portfolios = [];
    private RegimeTally[] _regimes = [];
    private RegimeTally?[] _regimesAbove = [];
    private PortfolioTally _total = new(0, null);

    /// <summary>How the run performed; null until it has ended.</summary>
    public RunMetrics? Metrics { get; private set; }

    /// <inheritdoc/>
    public void Begin(RunDescription run)
    {
        _run = run;
        Metrics = null;
        _portfolios = [.. run.Portfolios.Select(portfolio => new PortfolioTally(portfolio.Capital, portfolio.TradingDaysPerYear))];
        _total = new PortfolioTally(run.Portfolios.Sum(portfolio => portfolio.Capital), run.TradingDaysPerYear);
        _regimes = [.. run.Classifiers.Select(classifier => new RegimeTally(classifier))];
        _regimesAbove = [.. run.Portfolios.Select(portfolio => _regimes.FirstOrDefault(above => above.Classifier == portfolio.Classifier))];
    }

    /// <inheritdoc/>
    public void Record(RunJournal journal)
    {
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
            portfolios[run.Portfolios[i].Name] = Measure(run.Portfolios[i].Name, _portfolios[i], result.Portfolios[i].FinalEquity);
        var regimes = new OrderedDictionary<string, IReadOnlyDictionary<string, RegimeMetrics>>(StringComparer.Ordinal);
        foreach (RegimeTally regime in _regimes)
            regimes[regime.Classifier] = regime.Measure();
        Metrics = new RunMetrics
        {
            Total = Measure("total", _total, result.FinalEquity),
            Portfolios = portfolios,
            Regimes = regimes,
            Times = times,
        };

        PerformanceMetrics Measure(string name, PortfolioTally tally, decimal finalEquity)
        {
            EquityCurve curve = tally.Curve(finalEquity);
            times[name] = new MeasuredTime(curve.Start, curve.End, ReturnPeriods.PerYear(curve, config));
            return PerformanceMetrics.Of(curve, tally.Activity, config);
        }
    }

    private void Record(PortfolioJournal journal, PortfolioTally portfolio, RegimeTally? regimes)
    {
        portfolio.Add(journal.Equity);
        portfolio.Activity.AddOrders(journal.Orders.Count);
        _total.Activity.AddOrders(journal.Orders.Count);
        foreach (ref readonly FillRecord record in journal.Fills.Span)
        {
            portfolio.Activity.Add(record.Fill);
            _total.Activity.Add(record.Fill);
        }

        foreach (ref readonly ActionRecord record in journal.Actions.Span)
        {
            portfolio.Activity.Add(record.Action);
            _total.Activity.Add(record.Action);
        }

        foreach (ref readonly TradeRecord record in journal.Trades.Span)
        {
            portfolio.Activity.Add(record.Trade);
            _total.Activity.Add(record.Trade);
            regimes?.Add(record.Trade);
        }
    }
}
