namespace Backtest.Engine;

/// <summary>
/// Closes positions that the account no longer allows. If equity is below the maintenance margin at the close of a bar, positions are closed at the
/// next price, the one with the largest unrealized loss first, each by no more lots than necessary.
/// </summary>
[Reads<Market>]
[Reads<RegimeFeed>]
[Reads<StrategyGroup>]
[Reads<Ruin>(ReadTime.Before)]
[Reads<OrderExecution>]
[Reads<Portfolio>]
[Reads<ClosingSession>]
public sealed class MarginCalls
{
    /// <summary>The reason of the closing orders.</summary>
    private const string Reason = "margin_call";

    /// <summary>Long and short values are sums of doubles: a shortfall within their rounding is not a margin call.</summary>
    private const double Doubt = 1e-9;

    private readonly IAccount _account;
    private readonly Ruin _ruin;
    private readonly Portfolio _portfolio;
    private readonly Market _market;
    private readonly WorkingOrders _working;
    private readonly SessionCloses _closes;
    private readonly OrderFactory _factory;
    private readonly double[] _staying; // net, times the multiplier, by the index of the instruments
    private readonly List<(Holding Holding, double Unrealized)> _losses = [];
    private int _entryDay = -1; // the last day with an entry

    internal MarginCalls(
        IAccount account, Ruin ruin, Portfolio portfolio, Market market, WorkingOrders working, SessionCloses closes, OrderFactory factory)
    {
        _account = account;
        _ruin = ruin;
        _portfolio = portfolio;
        _market = market;
        _working = working;
        _closes = closes;
        _factory = factory;
        _staying = new double[market.Series.Length];
    }

    /// <summary>The number of turns in which positions had to be closed.</summary>
    internal int Count { get; private set; }

    /// <summary>The first day on which positions had to be closed; undefined if there was none.</summary>
    internal DateOnly First { get; private set; }

    /// <summary>Checks the margin at the end of the turn.</summary>
    public void OnBar(in Turn turn, IOrderEvents orders)
    {
        if (!_account.HasMaintenance)
            return;
        if (_working.LastEntryTurn == turn.Number)
            _entryDay = turn.Day;
        if (turn.Bars.IsEmpty || turn.IsLast || _ruin.Covers(_portfolio.Equity) || _portfolio.Held.IsEmpty)
            return;
        bool endsDayOfEntry = IsDayOfEntry(turn.Day) && EndsDay(turn);
        if (IsMet(_portfolio.Equity, _portfolio.GrossNotional, endsDayOfEntry))
            return;
        if (!Close(endsDayOfEntry, orders))
            return; // enough is already being closed
        if (Count++ == 0)
            First = DateOnly.FromDayNumber(turn.Day);
    }

    /// <summary>The first row of a stretch at whose close positions may have to be closed; the number of rows if there is none.</summary>
    internal int Next(QuietStretch stretch)
    {
        if (!_account.HasMaintenance || _ruin.IsRuined || _portfolio.Held.IsEmpty)
            return stretch.Count;
        if (IsDayOfEntry(stretch.Days[0]))
            return 0;
        ReadOnlySpan<double> equity = stretch.Equity;
        ReadOnlySpan<double> gross = stretch.GrossNotional;
        int row = 0;
        while (row < equity.Length && IsMet(equity[row], gross[row], endsDayOfEntry: false))
            row++;
        return row;
    }

    private bool IsDayOfEntry(int day) => _account.NeedsSessionCloses && _entryDay == day;

    private bool EndsDay(in Turn turn)
    {
        foreach (TurnBar bar in turn.Bars)
        {
            if (_closes.IsLast(turn.Series(bar.Series), bar.Row))
                return true;
        }

        return false;
    }

    private bool IsMet(double equity, double gross, bool endsDayOfEntry)
    {
        double net = equity - _portfolio.CashAmount;
        return Bears(equity, (gross + net) / 2, (gross - net) / 2, endsDayOfEntry);
    }

    private bool Bears(double equity, double longs, double shorts, bool endsDayOfEntry) =>
        equity >= _account.Maintenance(new MarginTerms(longs, shorts, endsDayOfEntry)) * (1 - Doubt);

    /// <summary>Emits the necessary closing orders.</summary>
    /// <returns>Whether there was anything to close that no other exit is closing.</returns>
    private bool Close(bool endsDayOfEntry, IOrderEvents orders)
    {
        foreach (Instrument held in _portfolio.Held)
        {
            decimal staying = _portfolio.Quantity(held) + _working.RestingQuantity(held, PositionEffect.Close);
            _staying[held.Index] = Amounts.ToDouble(held.PointValue(staying));
        }

        _losses.Clear();
        foreach (Holding holding in _portfolio.Open)
            _losses.Add((holding, Unrealized(holding)));
        // Positions with equal losses are closed in the order in which they were opened.
        _losses.Sort((one, other) => one.Unrealized != other.Unrealized
            ? one.Unrealized.CompareTo(other.Unrealized)
            : one.Holding.Opening.CompareTo(other.Holding.Opening));
        bool hasAny = false;
        foreach ((Holding holding, _) in _losses)
        {
            decimal lots = Lots(holding, endsDayOfEntry);
            if (lots == 0)
                continue;
            _factory.Close(holding, lots * holding.Instrument.LotSize, Reason, orders);
            Take(holding, lots);
            hasAny = true;
        }

        return hasAny;
    }

    /// <summary>The fewest lots of a position whose closing restores the margin; all of them if none suffice; 0 if closing does not help.</summary>
    private decimal Lots(Holding holding, bool endsDayOfEntry)
    {
        decimal staying = _working.Staying(holding.Strategy, holding.Instrument, holding.Quantity);
        decimal all = Math.Ceiling(staying / holding.Instrument.LotSize);
        if (all <= 0 || IsRestored(holding, 0, endsDayOfEntry) || !Helps(holding, all, endsDayOfEntry))
            return 0;
        (decimal tooFew, decimal enough) = (0, all);
        while (enough - tooFew > 1)
        {
            decimal middle = Math.Floor((tooFew + enough) / 2);
            if (IsRestored(holding, middle, endsDayOfEntry))
                enough = middle;
            else
                tooFew = middle;
        }

        return enough;
    }

    private bool Helps(Holding holding, decimal lots, bool endsDayOfEntry) =>
        Maintenance(holding, lots, endsDayOfEntry) < Maintenance(holding, 0, endsDayOfEntry);

    private bool IsRestored(Holding holding, decimal lots, bool endsDayOfEntry) =>
        _portfolio.Equity >= Maintenance(holding, lots, endsDayOfEntry) * (1 - Doubt);

    /// <summary>The margin after closing a number of lots of a position in addition to those already chosen.</summary>
    private double Maintenance(Holding holding, decimal lots, bool endsDayOfEntry)
    {
        (double longs, double shorts) = (0, 0);
        foreach (int index in _portfolio.HeldIndices)
        {
            double closed = index == holding.Instrument.Index ? Closed(holding, lots) : 0;
            double value = (_staying[index] - closed) * _market.Close(index);
            longs += Math.Max(value, 0);
            shorts += Math.Max(-value, 0);
        }

        return _account.Maintenance(new MarginTerms(longs, shorts, endsDayOfEntry));
    }

    private void Take(Holding holding, decimal lots) => _staying[holding.Instrument.Index] -= Closed(holding, lots);

    /// <summary>The quantity of a number of lots of a position, times the multiplier; below zero for short.</summary>
    private static double Closed(Holding holding, decimal lots)
    {
        decimal units = Math.Min(lots * holding.Instrument.LotSize, Math.Abs(holding.Quantity));
        return Amounts.ToDouble(holding.Instrument.PointValue(holding.Quantity > 0 ? units : -units));
    }

    private double Unrealized(Holding holding) =>
        (Amounts.ToDouble(holding.Instrument.PointValue(holding.Quantity)) * _market.Close(holding.Instrument.Index)) - Amounts.ToDouble(holding.Cost);
}
