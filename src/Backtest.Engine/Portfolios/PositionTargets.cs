namespace Backtest.Engine;

/// <summary>Splits targets into quantities to close at once and quantities to open.</summary>
internal sealed class PositionTargets(Portfolio portfolio, WorkingOrders working, Market market, OrderFactory factory)
{
    /// <summary>Emits the order that closes the excess of a position over its target.</summary>
    /// <param name="signal">The signal of a target.</param>
    /// <param name="orders">Receives the order.</param>
    /// <param name="missing">The quantity yet to be opened; below zero to sell short.</param>
    /// <param name="measured">The difference between target and position, in the unit of the target; NaN if it was not computed.</param>
    /// <returns>Why there is nothing to trade; <see langword="null"/> if there is.</returns>
    public string? Resolve(in SignalEvent signal, IOrderEvents orders, out decimal missing, out double measured)
    {
        (missing, measured) = (0, double.NaN);
        Instrument instrument = signal.Instrument;
        decimal held = portfolio.Holding(signal.StrategyIndex, instrument).Quantity;
        decimal staying = working.Staying(signal.StrategyIndex, instrument, held) * Math.Sign(held);
        // The size of one unit of the instrument, in the unit of the target.
        decimal unit = UnitOf(signal.Size.Unit, instrument);
        if (signal.Size.Amount != 0 && unit <= 0)
            return VetoReason.NoPrice;
        decimal wanted = signal.Size.Amount == 0 ? 0 : (decimal)signal.Size.Amount / unit;
        wanted = Math.Sign(wanted) * instrument.RoundDownToLot(Math.Abs(wanted));
        decimal difference = wanted - staying;
        if (difference == 0)
            return VetoReason.OnTarget;
        measured = (double)(Math.Abs(difference) * unit);
        if (wanted != 0 && measured < signal.Band)
            return VetoReason.WithinBand;
        bool shrinks = Math.Sign(difference) == -Math.Sign(staying);
        decimal closed = shrinks ? Math.Min(Math.Abs(difference), Math.Abs(staying)) : 0;
        if (closed > 0)
            factory.Close(signal, closed, orders);
        missing = difference + (closed * Math.Sign(staying));
        return null;
    }

    private decimal UnitOf(SizeUnit unit, Instrument instrument)
    {
        if (unit == SizeUnit.Quantity)
            return 1;
        decimal price = double.IsNaN(market.Close(instrument.Index)) ? 0 : instrument.PointValue((decimal)market.Close(instrument.Index));
        decimal equity = unit == SizeUnit.Weight ? portfolio.ExactEquity() : 1;
        return equity > 0 ? price / equity : 0;
    }
}
