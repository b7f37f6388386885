using Backtest.Engine;

namespace Backtest.Results;

/// <summary>
/// Records the daily returns of the total, or of a portfolio, by the regime known at the end of the day before. The first day belongs to the regime
/// before any is known.
/// </summary>
/// <param name="classifier">The name of the classifier, whose regime is the same for all symbols.</param>
/// <param name="portfolio">The portfolio's name, or null for the total.</param>
public sealed class RegimeReturnsRecorder(string classifier, string? portfolio) : IRunRecorder
{
    private readonly Dictionary<int, List<DailyReturn>> _returns = [];
    private readonly List<DailyEquity> _days = []; // all of them, because the number per year does not depend on the regime
    private IReadOnlyList<string> _states = [];
    private int _classifier;
    private int _portfolio;
    private MetricsConfig _config = new();
    private double? _tradingDays;
    private int _state = -1;
    private int _stateOfDay = -1;
    private int _day = -1;
    private double _before;
    private double _last;

    /// <summary>The regimes of the classifier.</summary>
    public IReadOnlyList<string> Regimes => _states;

    /// <inheritdoc/>
    public void Begin(RunDescription run)
    {
        _classifier = run.Classifiers.Index().Single(item => item.Item.Name == classifier).Index;
        _states = run.Classifiers[_classifier].States;
        _portfolio = portfolio is null ? run.Portfolios.Count == 1 ? 0 : -1 : run.Portfolios.Index().Single(item => item.Item.Name == portfolio).Index;
        _config = run.Config.Metrics;
        _tradingDays = _portfolio < 0 ? run.TradingDaysPerYear : run.Portfolios[_portfolio].TradingDaysPerYear;
        _before = (double)(_portfolio < 0 ? run.Portfolios.Sum(each => each.Capital) : run.Portfolios[_portfolio].Capital);
    }

    /// <inheritdoc/>
    public void Record(RunJournal journal)
    {
        EquityColumns equity = _portfolio < 0 ? journal.Total : journal.Portfolios[_portfolio].Equity;
        ReadOnlySpan<RegimeRecord> changes = journal.Classifiers[_classifier].Regimes.Span;
        int change = 0;
        for (int row = 0; row < equity.Count; row++)
        {
            if (equity.Day[row] != _day)
                BeginDay(equity.Day[row]);
            for (; change < changes.Length && changes[change].Time <= equity.Time[row]; change++)
                _state = changes[change].StateIndex;
            _last = equity.Equity[row];
        }

        for (; change < changes.Length; change++)
            _state = changes[change].StateIndex;
    }

    /// <inheritdoc/>
    public void End(BacktestResult result)
    {
        if (_day < 0)
            return;
        _last = (double)(_portfolio < 0 ? result.FinalEquity : result.Portfolios[_portfolio].FinalEquity);
        EndDay();
    }

    /// <summary>The returns of the days that began in a regime, in order of days.</summary>
    /// <param name="regime">The regime's name, or <c>unknown</c>.</param>
    public IReadOnlyList<DailyReturn> In(string regime) => _returns.GetValueOrDefault(StateOf(regime)) ?? [];

    /// <summary>The performance in a regime, as if the days that began in it were consecutive.</summary>
    /// <param name="regime">The regime's name, or <c>unknown</c>.</param>
    /// <returns>The metrics that depend only on returns, or null if no day was spent in the regime.</returns>
    public PerformanceMetrics? Measure(string regime)
    {
        if (!_returns.TryGetValue(StateOf(regime), out List<DailyReturn>? returns))
            return null;
        EquityCurve curve = EquityCurve.FromReturns(returns[0].Day.AddDays(-1), returns) with { TradingDaysPerYear = _tradingDays };
        double years = ReturnPeriods.PerYear(curve with { Days = _days }, _config);
        return PerformanceMetrics.Of(curve, _config with { PeriodsPerYear = years });
    }

    private int StateOf(string regime) => _states.Index().Where(item => item.Item == regime).Select(item => item.Index).FirstOrDefault(-1);

    private void BeginDay(int day)
    {
        if (_day >= 0)
            EndDay();
        (_day, _stateOfDay) = (day, _state);
    }

    private void EndDay()
    {
        double equity = Math.Max(0, _last);
        var date = DateOnly.FromDayNumber(_day);
        _days.Add(new DailyEquity(date, equity));
        if (!_returns.TryGetValue(_stateOfDay, out List<DailyReturn>? returns))
            _returns.Add(_stateOfDay, returns = []);
        returns.Add(new DailyReturn(date, _before > 0 ? (equity / _before) - 1 : 0));
        _before = equity;
    }
}
