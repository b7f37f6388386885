namespace Backtest.Engine;

/// <summary>Handles requests of signals that need no risk manager, and determines what the risk manager must be asked about.</summary>
internal sealed class SignalChanges(OrderGateParts parts, EntryRules rules, OrderFactory factory)
{
    private readonly OrderChanges _changes = new(parts.Working, parts.Market, parts.Portfolio, factory, parts.Engine.Matching);
    private readonly PositionTargets _targets = new(parts.Portfolio, parts.Working, parts.Market, factory);

    /// <summary>Places an exit.</summary>
    /// <returns>Why no exit was placed; <see langword="null"/> if one was.</returns>
    public string? Exit(in SignalEvent signal, IOrderEvents orders) =>
        OrderTypes.IsOnClose(signal.Entry.Type) && !parts.Engine.Closes.AreKnown(parts.Market.Series[signal.Instrument.Index])
            ? VetoReason.NoSessionClose
            : factory.Exit(signal, orders);

    /// <summary>Handles a cancellation, an amendment or a target.</summary>
    /// <param name="signal">The signal. If it opens an additional quantity, it becomes an entry of that size.</param>
    /// <param name="orders">Receives orders and requests.</param>
    /// <param name="isAsked">Whether the risk manager must be asked about an entry.</param>
    /// <param name="measured">For a target, the difference to the position, in the unit of its size.</param>
    /// <returns>Why the signal, or the entry it leads to, has no effect; <see langword="null"/> if it has one.</returns>
    public string? Change(ref SignalEvent signal, IOrderEvents orders, out bool isAsked, out double measured)
    {
        decimal added = 0;
        measured = double.NaN;
        Direction side = signal.Direction;
        string? reason = signal.Action switch
        {
            SignalAction.Cancel => _changes.Cancel(signal, orders),
            SignalAction.Amend => _changes.Amend(signal, orders, out added, out side),
            _ => _targets.Resolve(signal, orders, out added, out measured),
        };
        isAsked = reason is null && added != 0;
        if (!isAsked)
            return reason;
        bool isTarget = signal.Action == SignalAction.Target;
        signal = signal with
        {
            Action = SignalAction.Enter,
            Direction = isTarget ? added > 0 ? Direction.Long : Direction.Short : side,
            Entry = isTarget ? new EntryTerms { Add = true } : signal.Entry,
            Size = PositionSize.Quantity((double)Math.Abs(added)),
        };
        if (!isTarget)
            return null;
        // An entry requested by an earlier signal of the turn is not placed yet, so the quantity would be opened twice.
        return rules.HasNoted(signal) ? VetoReason.AlreadyIn : rules.Forbidden(signal);
    }

    /// <summary>Amends an order with a larger quantity, and with all other terms of its signal.</summary>
    /// <returns>Why the order cannot be amended; <see langword="null"/> if it was.</returns>
    public string? Enlarge(
        in SignalEvent signal, decimal added, string? riskLimit, double measured, double threshold, IOrderEvents orders) =>
        _changes.Enlarge(signal, added, riskLimit, measured, threshold, orders);

    /// <summary>Removes the requests of the turn.</summary>
    public void Clear() => _changes.Clear();
}
