namespace Backtest.Engine;

/// <summary>Limits entries to what a portfolio's account allows.</summary>
internal sealed class BuyingPower(TradingCosts costs, IAccount account, bool rejects, Portfolio portfolio, Market market)
{
    /// <summary>The relative margin within which a comparison of doubles is uncertain, so that decimal decides.</summary>
    private const double Doubt = 1e-9;

    private readonly double _assured = account.AssuredLeverage;
    private readonly List<InsideExit> _insideExits = [];
    private readonly List<InsideExit> _unproven = [];
    private readonly double[] _exited = new double[market.Series.Length]; // quantity closed, times the multiplier, by instrument
    private double _exitedNotional;
    private double _exitedLoss;
    private AdjustmentFactors? _factors; // of the current day

    /// <summary>Begins a period in which every exit so far is settled.</summary>
    public void Settle()
    {
        foreach (InsideExit exit in _insideExits)
            _exited[exit.Instrument.Index] = 0;
        (_exitedNotional, _exitedLoss) = (0, 0);
        _insideExits.Clear();
    }

    /// <summary>Begins a period in which every exit is settled whose bar ended before it.</summary>
    /// <param name="time">The end of the current bars, UTC ticks.</param>
    public void Settle(long time)
    {
        if (_insideExits.Count == 0)
            return;
        _unproven.Clear();
        _unproven.AddRange(_insideExits);
        Settle();
        foreach (InsideExit exit in _unproven)
        {
            if (exit.End >= time)
                Add(exit);
        }
    }

    /// <summary>Records an exit that filled inside its bar.</summary>
    public void Add(in InsideExit exit)
    {
        double units = Math.Abs(Amounts.ToDouble(exit.Instrument.PointValue(exit.Quantity)));
        double close = market.Close(exit.Instrument.Index);
        _exited[exit.Instrument.Index] += units;
        _exitedNotional += units * close;
        _exitedLoss += units * Math.Abs(close - Amounts.ToDouble(exit.Price));
        _insideExits.Add(exit);
    }

    /// <summary>
    /// How many units of an entry the account allows: with the resulting holdings, valued at this price for its instrument and at last closes for the
    /// others, and after commission. Exits inside bars that may have come later count as if they had not happened.
    /// </summary>
    /// <param name="order">The entry.</param>
    /// <param name="quantity">The quantity it would fill.</param>
    /// <param name="price">The price of the fill.</param>
    /// <param name="commission">The commission on the whole quantity.</param>
    /// <param name="factors">The factors by which the price is adjusted.</param>
    public decimal Affordable(WorkingOrder order, decimal quantity, decimal price, decimal commission, AdjustmentFactors? factors)
    {
        // In most cases it fits clearly even without any of the exits, so they need not be examined.
        if (FitsClearly(order, quantity, price, commission, withoutExits: true))
            return quantity;
        _factors = factors;
        _unproven.Clear();
        foreach (InsideExit exit in _insideExits)
        {
            if (!exit.IsProvenBefore(order.Order.Instrument, price))
                _unproven.Add(exit);
        }

        if ((_unproven.Count == 0 && FitsClearly(order, quantity, price, commission, withoutExits: false)) || Fits(order, quantity, price))
            return quantity;
        return rejects ? 0 : Largest(order, quantity, price);
    }

    private decimal Largest(WorkingOrder order, decimal quantity, decimal price)
    {
        // A part that offsets positions of others lowers the gross notional, so it is the first to fit, if anything does.
        decimal lot = order.Order.Instrument.LotSize;
        decimal held = Held(order.Order.Instrument);
        decimal offset = Math.Clamp(order.Order.Side == Side.Buy ? -held : held, 0, quantity);
        decimal fits = Math.Floor(offset / lot);
        if (!Fits(order, fits * lot, price))
            return 0;
        decimal tooMany = Math.Ceiling(quantity / lot);
        while (tooMany - fits > 1)
        {
            decimal middle = Math.Floor((fits + tooMany) / 2);
            if (Fits(order, middle * lot, price))
                fits = middle;
            else
                tooMany = middle;
        }

        return fits * lot;
    }

    /// <summary>Whether an entry fits beyond doubt, even under the worst outcome of undoing all exits inside bars.</summary>
    private bool FitsClearly(WorkingOrder order, decimal quantity, decimal price, decimal commission, bool withoutExits)
    {
        Instrument instrument = order.Order.Instrument;
        double multiplier = Amounts.ToDouble(instrument.Multiplier);
        double close = market.Close(instrument.Index);
        double at = Amounts.ToDouble(price);
        double held = Amounts.ToDouble(portfolio.Quantity(instrument));
        double added = Amounts.ToDouble(order.Order.Side == Side.Buy ? quantity : -quantity);
        double gross = portfolio.RoughGrossNotional
            + (((Math.Abs(held + added) * at) - (Math.Abs(held) * close)) * multiplier);
        double equity = portfolio.RoughEquity + (held * multiplier * (at - close)) - Amounts.ToDouble(commission);
        if (withoutExits)
        {
            double exited = _exited[instrument.Index];
            gross += _exitedNotional + (exited * at);
            equity -= _exitedLoss + (exited * Math.Abs(at - close));
        }

        return gross <= _assured * equity * (1 - Doubt);
    }

    private bool Fits(WorkingOrder order, decimal quantity, decimal price)
    {
        Instrument instrument = order.Order.Instrument;
        decimal held = Held(instrument);
        decimal after = held + (order.Order.Side == Side.Buy ? quantity : -quantity);
        decimal value = after * price * instrument.Multiplier;
        (decimal longs, decimal shorts) = Others(instrument);
        decimal equity = Equity()
            + (held == 0 ? 0 : held * instrument.Multiplier * (price - portfolio.ExactClose(instrument)))
            - Commission(order, quantity, price);
        return account.Bears(new AccountState(equity, longs + Math.Max(value, 0), shorts + Math.Max(-value, 0)));
    }

    private decimal Held(Instrument instrument) => portfolio.Quantity(instrument) + Undone(instrument);

    /// <summary>The quantity of an instrument to add to the ledger's to undo the unproven exits.</summary>
    private decimal Undone(Instrument instrument)
    {
        decimal quantity = 0;
        foreach (InsideExit exit in _unproven)
        {
            if (exit.Instrument.Index == instrument.Index)
                quantity += exit.Quantity;
        }

        return quantity;
    }

    /// <summary>The value of the holdings in other instruments, long and short, without the unproven exits.</summary>
    private (decimal Longs, decimal Shorts) Others(Instrument instrument)
    {
        (decimal longs, decimal shorts) = portfolio.ExactSidesBut(instrument);
        for (int i = 0; i < _unproven.Count; i++)
        {
            Instrument closed = _unproven[i].Instrument;
            if (closed.Index == instrument.Index || _unproven.FindIndex(exit => exit.Instrument.Index == closed.Index) < i)
                continue;
            decimal unit = portfolio.ExactClose(closed) * closed.Multiplier;
            decimal held = portfolio.Quantity(closed);
            decimal before = held + Undone(closed);
            longs += (Math.Max(before, 0) - Math.Max(held, 0)) * unit;
            shorts += (Math.Max(-before, 0) - Math.Max(-held, 0)) * unit;
        }

        return (longs, shorts);
    }

    private decimal Equity()
    {
        decimal equity = portfolio.ExactEquity();
        foreach (InsideExit exit in _unproven)
            equity += (exit.Quantity * exit.Instrument.Multiplier * (portfolio.ExactClose(exit.Instrument) - exit.Price)) + exit.Commission;
        return equity;
    }

    private decimal Commission(WorkingOrder order, decimal quantity, decimal price)
    {
        decimal value = order.Order.Instrument.Value(quantity, price);
        decimal traded = order.TradedQuantity + AdjustmentFactors.Traded(quantity, _factors);
        return costs.Commission(traded, order.Traded + value, order.IsMaker) - order.Charged;
    }
}
