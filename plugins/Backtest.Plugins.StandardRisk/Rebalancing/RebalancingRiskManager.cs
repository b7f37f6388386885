using System.Globalization;

namespace Backtest.Plugins.StandardRisk;

/// <summary>
/// Keeps the positions that strategies enter at weights of equity. Weights are restored when a position is opened or closed, by the calendar, and
/// when one deviates by more than a band.
/// </summary>
[RiskManager("rebalancing", Description = "Holds the positions that strategies enter at weights of equity, and restores the weights by the calendar or a band.")]
public sealed partial class RebalancingRiskManager
{
    private const string Rebalance = "rebalance";
    private const int None = -1;

    private readonly WeightedPositions _positions = new();
    private readonly List<int> _answered = []; // entries of the turn that get no weight
    private PortfolioView? _portfolio;
    private int _period = None;
    private bool _isDue;
    private Func<Instrument, double>? _measureOf;

    /// <summary>Determines the share of each position.</summary>
    [Parameter(Description = "The weight of each position.")]
    public TargetWeights Weights { get; init; } = new EqualWeights();

    /// <summary>The part of equity that the weights are shares of, as a fraction.</summary>
    [Parameter(Min = 0, ExclusiveMin = true, Description = "The amount that the weights divide, as a fraction of equity. Below 1, cash is left for prices that move before orders fill.")]
    public double Exposure { get; init; } = 1;

    /// <summary>When weights are restored by the calendar.</summary>
    [Parameter(Description = "When weights are restored by the calendar: at the close of the first trading day of each period, traded at the next open.")]
    public RebalanceSchedule Every { get; init; } = RebalanceSchedule.Monthly;

    /// <summary>
    /// How far a weight may deviate, in shares of equity, before all are restored; <see langword="null"/> if only the calendar restores them.
    /// </summary>
    [Parameter(Min = 0, ExclusiveMin = true, Description = "How far a weight may differ, as a fraction of equity, before all are restored.")]
    public double? Band { get; init; }

    /// <summary>The share of equity below which a difference is not traded.</summary>
    [Parameter(Min = 0, Description = "The difference below which nothing is traded, as a fraction of equity.")]
    public double MinimumTrade { get; init; }

    [Indicator(nameof(WeightMeasures))]
    private partial IReadOnlyList<PerSymbol<double>> Measures { get; }

    private IReadOnlyList<IndicatorSpec> WeightMeasures => Weights.Measure is { } measure ? [measure] : [];

    /// <summary>Checks that given weights are above zero, and that all values are fractions.</summary>
    public void Validate(IParameterErrors errors, BindingContext context)
    {
        var fractions = new FractionCheck(errors, context);
        fractions.Share("exposure", Exposure);
        if (Band is { } band)
            fractions.Distance("band", band, Exposure);
        fractions.Distance("minimum_trade", MinimumTrade, Exposure);
        if (Weights is not GivenWeights given)
            return;
        foreach ((string symbol, double weight) in given.Values)
        {
            fractions.Share($"weights.values.{symbol}", weight);
            if (!(weight > 0 && double.IsFinite(weight)))
            {
                errors.Add(
                    $"weights.values.{symbol}", string.Create(CultureInfo.InvariantCulture, $"the weight of '{symbol}' is {weight}, but a weight must be above 0."),
                    "Write a fraction such as 0.25, or remove the symbol.");
            }
        }
    }

    /// <summary>Restores weights when it is due, unless signals of the turn change them first.</summary>
    public void OnTurn(in RiskTurn turn, IOrders orders)
    {
        PortfolioView portfolio = turn.Portfolio;
        _isDue = portfolio.HasBars && (BeginsPeriod(portfolio.Day) | IsOff(portfolio));
        if (_isDue && turn.Signals.IsEmpty)
            Restore(portfolio, orders);
    }

    /// <summary>Finds the first turn of the next period; with a band, the next turn if anything is held.</summary>
    public int Next(in QuietTurns turns)
    {
        if (turns.Portfolio.Held.IsEmpty)
        {
            BeginsPeriod(turns.Days[^1]);
            return turns.Count;
        }

        if (Band is not null)
            return 0;
        for (int turn = 0; turn < turns.Count; turn++)
        {
            if (PeriodOf(turns.Days[turn]) != _period)
                return turn;
        }

        return turns.Count;
    }

    /// <summary>Places entries at their weights, and resizes the other positions to make room for them.</summary>
    public void OnSignals(in RiskTurn turn, IOrders orders)
    {
        PortfolioView portfolio = turn.Portfolio;
        bool changes = false;
        foreach (ref readonly SignalEvent signal in turn.Signals)
        {
            if (signal is not { Action: SignalAction.Exit, Entry.Type: OrderType.Market })
                continue;
            changes |= signal.Strength >= 1;
            _positions.Lessen(signal);
        }

        _positions.Read(portfolio);
        _answered.Clear();
        foreach (ref readonly SignalEvent signal in turn.Signals)
            changes |= Takes(signal, orders);
        if (!changes && !_isDue)
            return;
        Weigh(portfolio);
        Resize(portfolio, orders);
        Enter(turn, orders);
    }

    /// <summary>Adds an entry to the positions to be weighted, or places or rejects it right away.</summary>
    /// <returns>Whether the entry was added.</returns>
    private bool Takes(in SignalEvent signal, IOrders orders)
    {
        if (signal.Action != SignalAction.Enter)
            return false;
        if (signal.Size.Unit == SizeUnit.Quantity)
        {
            orders.Place(signal, (decimal)signal.Size.Amount); // the strategy's own quantity, until weights are restored
            _answered.Add(signal.Id);
            return false;
        }

        if (_positions.Find(signal.StrategyIndex, signal.Instrument) >= 0)
        {
            if (signal.Entry.OneCancelsOther.Number > 0)
                return false; // only one of these fills: they are one position
            orders.Veto(signal, "at_weight");
            _answered.Add(signal.Id);
            return false;
        }

        _positions.Want(signal);
        _positions.Add(signal.StrategyIndex, signal.Instrument, held: 0);
        return true;
    }

    private void Restore(PortfolioView portfolio, IOrders orders)
    {
        _positions.Read(portfolio);
        Weigh(portfolio);
        Resize(portfolio, orders);
    }

    private void Enter(in RiskTurn turn, IOrders orders)
    {
        foreach (ref readonly SignalEvent signal in turn.Signals)
        {
            if (signal.Action != SignalAction.Enter || _answered.Contains(signal.Id))
                continue;
            if (_positions.All[_positions.Find(signal.StrategyIndex, signal.Instrument)].Share is not { } share)
                orders.Veto(signal, Weights is GivenWeights ? "no_weight" : double.IsNaN(MeasureOf(signal.Instrument)) ? "not_ready" : "no_volatility");
            else
                orders.Place(signal, Units(signal.Instrument, share, turn.Portfolio));
        }
    }

    private void Resize(PortfolioView portfolio, IOrders orders)
    {
        ReadOnlySpan<OrderEvent> protection = portfolio.ProtectiveOrders();
        foreach (ref readonly WeightedPosition position in _positions.All)
        {
            if (position.Held == 0 || position.Share is not { } share)
                continue;
            Instrument instrument = position.Instrument;
            decimal wanted = Math.Max(Units(instrument, share, portfolio), instrument.LotSize);
            decimal difference = wanted - position.Held;
            if (difference == 0 || ShareOf(Math.Abs(difference), instrument, portfolio) < MinimumTrade)
                continue;
            // The added quantity would have no stop.
            if (difference < 0 || !IsProtected(position, protection))
                orders.Resize(position.StrategyIndex, instrument, wanted, Rebalance);
        }
    }

    /// <summary>Whether a weight deviates by more than the band.</summary>
    private bool IsOff(PortfolioView portfolio)
    {
        if (Band is not { } band || portfolio.Held.IsEmpty)
            return false;
        _positions.Read(portfolio);
        Weigh(portfolio);
        foreach (ref readonly WeightedPosition position in _positions.All)
        {
            if (position.Held > 0 && Math.Abs(ShareOf(position.Held, position.Instrument, portfolio) - position.Share ?? 0) > band)
                return true;
        }

        return false;
    }

    private void Weigh(PortfolioView portfolio)
    {
        _portfolio = portfolio;
        _positions.Weigh(Weights, Exposure, _measureOf ??= MeasureOf);
    }

    private double MeasureOf(Instrument instrument) =>
        Measures.Count == 0 ? 0 : Measures[0][instrument] * Math.Sqrt(_portfolio!.BarsPerYear(instrument));

    private bool BeginsPeriod(int day)
    {
        int period = PeriodOf(day);
        bool begins = _period != None && period != _period;
        _period = period;
        return begins;
    }

    private int PeriodOf(int day)
    {
        DateOnly date = DateOnly.FromDayNumber(day);
        return Every switch
        {
            RebalanceSchedule.Daily => day,
            RebalanceSchedule.Weekly => day / 7, // day 0 is a Monday
            RebalanceSchedule.Monthly => (date.Year * 12) + date.Month,
            RebalanceSchedule.Quarterly => (date.Year * 4) + ((date.Month - 1) / 3),
            _ => 0,
        };
    }

    private static decimal Units(Instrument instrument, double share, PortfolioView portfolio)
    {
        decimal unit = instrument.PointValue((decimal)portfolio.Close(instrument));
        return unit > 0 ? instrument.RoundDownToLot(Math.Max(0, (decimal)share * portfolio.ExactEquity / unit)) : 0;
    }

    private static double ShareOf(decimal quantity, Instrument instrument, PortfolioView portfolio) =>
        (double)instrument.PointValue(quantity) * portfolio.Close(instrument) / portfolio.Equity;

    private static bool IsProtected(in WeightedPosition position, ReadOnlySpan<OrderEvent> protection)
    {
        foreach (ref readonly OrderEvent order in protection)
        {
            if (position.Is(order.StrategyIndex, order.Instrument))
                return true;
        }

        return false;
    }
}
