namespace Backtest.Plugins.StandardRisk;

/// <summary>
/// Sizes every entry with one sizer, cuts or rejects it by the tightest limit, and closes or reduces positions if a limit requires it. In a regime,
/// limits may be tighter and the sizer may be another. Exits always pass.
/// </summary>
[RiskManager("standard", Description = "Sizes entries by one rule and keeps them, and the portfolio, within limits.")]
public sealed partial class StandardRiskManager
{
    private DrawdownWatch _drawdown;
    private DailyLossWatch _dailyLoss;
    private string _marketRegime = RegimeEvent.Unknown;

    /// <summary>Determines the quantity of an entry, before limits.</summary>
    [Parameter(Description = "The size of an entry, before limits.")]
    public required Sizer Sizer { get; init; }

    /// <summary>The limits of entries and of the portfolio; the tightest applies.</summary>
    [Parameter(Description = "The limits of entries and of the portfolio. The tightest applies.")]
    public IReadOnlyList<RiskLimit> Limits { get; init; } = [];

    /// <summary>The changes that apply in a regime, by the name of the regime.</summary>
    [Parameter(Description = "What differs during a regime, by the regime's name.")]
    public IReadOnlyDictionary<string, RegimeOverride> ByRegime { get; init; } = new Dictionary<string, RegimeOverride>();

    [Indicator(nameof(SizerMeasures))]
    private partial IReadOnlyList<PerSymbol<double>> Measures { get; }

    private IReadOnlyList<IndicatorSpec> SizerMeasures => Rules.Measures;

    private RuleBook Rules => field ??= new RuleBook(Sizer, Limits, ByRegime);

    /// <summary>Checks the parameters against each other, and the regimes against the classifier above.</summary>
    public void Validate(IParameterErrors errors, BindingContext context)
    {
        var checks = new ParameterChecks(errors, context);
        checks.Sizer("sizer", Sizer);
        checks.Limits("limits", Limits);
        foreach ((string regime, RegimeOverride change) in ByRegime)
            checks.Regime(regime, change);
    }

    /// <summary>Stores the regime of the market, for the limits on the portfolio as a whole.</summary>
    public void OnRegime(in RegimeEvent regime)
    {
        if (regime.Symbol is null)
            _marketRegime = regime.Regime;
    }

    /// <summary>Applies the limits that are checked every turn.</summary>
    public void OnTurn(in RiskTurn turn, IOrders orders)
    {
        if (!Rules.WatchEveryTurn)
            return;
        PortfolioView portfolio = turn.Portfolio;
        RiskRules rules = Rules.In(_marketRegime);
        double capital = (double)portfolio.Capital;
        _drawdown.Update(portfolio.Equity, capital, portfolio.HasBars, rules.MaxDrawdown);
        _dailyLoss.Update(portfolio.Equity, capital, portfolio.Day, rules.DailyLoss);
        RiskLimit? broken = _drawdown.Broken ?? (RiskLimit?)_dailyLoss.Broken;
        if (broken is not null)
            CloseAll(portfolio, broken.Name, orders);
        else
            rules.MaxLeverage?.CutBack(portfolio, orders);
    }

    /// <summary>
    /// Finds the first turn in which a limit requires an action; the turns before it only update the values that limits are measured from.
    /// </summary>
    public int Next(in QuietTurns turns)
    {
        if (!Rules.WatchEveryTurn)
            return turns.Count;
        RiskRules rules = Rules.In(_marketRegime);
        double capital = (double)turns.Portfolio.Capital;
        bool hasAnything = !turns.Portfolio.Held.IsEmpty || !turns.Portfolio.RestingOrders().IsEmpty;
        for (int turn = 0; turn < turns.Count; turn++)
        {
            double equity = turns.Equity[turn];
            (DrawdownWatch drawdown, DailyLossWatch loss) = (_drawdown, _dailyLoss);
            drawdown.Update(equity, capital, hasBars: true, rules.MaxDrawdown);
            loss.Update(equity, capital, turns.Days[turn], rules.DailyLoss);
            bool isStopped = drawdown.Broken is not null || loss.Broken is not null;
            if (isStopped ? hasAnything : rules.MaxLeverage?.IsBeyond(turns.GrossNotional[turn], equity) == true)
                return turn;
            (_drawdown, _dailyLoss) = (drawdown, loss);
        }

        return turns.Count;
    }

    /// <summary>Sizes, cuts or rejects the entries; exits are already placed.</summary>
    public void OnSignals(in RiskTurn turn, IOrders orders)
    {
        foreach (ref readonly SignalEvent signal in turn.Signals)
        {
            if (signal.Action == SignalAction.Exit)
                continue;
            if (_drawdown.Broken is { } drawdown)
                orders.Veto(in signal, drawdown.Name, _drawdown.Drawdown, drawdown.Threshold);
            else if (_dailyLoss.Broken is { } loss)
                orders.Veto(in signal, loss.Name, _dailyLoss.Loss, loss.Threshold);
            else
                Size(in signal, turn.Portfolio, orders);
        }
    }

    // Orders that filled after the limit was broken are closed as well, so this runs every turn while trading is stopped.
    private static void CloseAll(PortfolioView portfolio, string limit, IOrders orders)
    {
        foreach (ref readonly OrderEvent order in portfolio.RestingOrders())
        {
            if (order.PositionEffect == PositionEffect.Open)
                orders.Cancel(in order, limit);
        }

        foreach (Instrument instrument in portfolio.Held)
            orders.Reduce(instrument, 1, limit);
    }

    private void Size(in SignalEvent signal, PortfolioView portfolio, IOrders orders)
    {
        RiskRules rules = Rules.In(portfolio.Regime(signal.Instrument));
        var entry = new EntryRequest(in signal, portfolio)
        {
            Measure = rules.Measure < 0 ? 0 : Measures[rules.Measure][signal.Instrument],
            Drawdown = _drawdown.Drawdown,
        };
        if (entry.UnitValue <= 0)
            orders.Veto(in signal, "no_price");
        else if (signal.Size.Unit == SizeUnit.Quantity)
            Place(in signal, in entry, entry.WholeLots((decimal)signal.Size.Amount), shareAtFill: 0, rules.Limits, orders); // the strategy's own quantity
        else if (double.IsNaN(entry.Measure))
            orders.Veto(in signal, "not_ready");
        else if (rules.Sizer.Quantity(in entry) is not { } wanted)
            orders.Veto(in signal, "no_volatility");
        else
            Place(in signal, in entry, entry.WholeLots(wanted), rules.Sizer.ShareAtFill(in entry), rules.Limits, orders);
    }

    // Compared in whole lots: a limit that takes away less than a lot cuts nothing.
    private static void Place(
        in SignalEvent signal, in EntryRequest entry, decimal wanted, decimal shareAtFill, RiskLimit[] limits, IOrders orders)
    {
        decimal allowed = wanted;
        RiskLimit? tightest = null;
        foreach (RiskLimit limit in limits)
        {
            decimal room = entry.WholeLots(limit.Room(in entry, wanted));
            if (room >= allowed)
                continue;
            allowed = room;
            tightest = limit;
        }

        if (tightest is null && shareAtFill > 0)
            orders.PlaceShare(in signal, shareAtFill);
        else if (tightest is null)
            orders.Place(in signal, wanted);
        else if (allowed == 0)
            orders.Veto(in signal, tightest.Name, tightest.Measured(in entry, wanted), tightest.Threshold);
        else if (shareAtFill > 0)
            orders.PlaceShare(in signal, shareAtFill * allowed / wanted, tightest.Name, tightest.Measured(in entry, wanted), tightest.Threshold);
        else
            orders.Place(in signal, allowed, tightest.Name, tightest.Measured(in entry, wanted), tightest.Threshold);
    }
}
