namespace Backtest.Engine;

/// <summary>Does what signals ask for that needs no risk manager, and says what is left to ask it about.</summary>
internal sealed class SignalChanges(OrderGateParts parts, EntryRules rules, OrderFactory factory)
{
    private readonly OrderChanges _changes = new(parts.Working, parts.Market, parts.Portfolio, factory, parts.Engine.Matching);
    private readonly PositionTargets _targets = new(parts.Portfolio, parts.Working, parts.Market, factory);

    /// <summary>Places an exit.</summary>
    /// <returns>Why there is none; <see langword="null"/>: there is.</returns>
    public string? Exit(in SignalEvent signal, IOrderEvents orders) =>
        OrderTypes.IsOnClose(signal.Entry.Type) && !parts.Engine.Closes.AreKnown(parts.Market.Series[signal.Instrument.Index])
            ? VetoReason.NoSessionClose
            : factory.Exit(signal, orders);

    /// <summary>Cancels, amends, or makes for a target.</summary>
    /// <param name="signal">The signal. Where more is to be opened, it becomes an entry of that size.</param>
    /// <param name="orders">Where orders and requests go.</param>
    /// <param name="isAsked">Whether the risk manager has to be asked about an entry.</param>
    /// <param name="measured">Of a target, the difference to the position, in the unit of its size.</param>
    /// <returns>Why nothing comes of it, or of what it was to open; <see langword="null"/>: something does.</returns>
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
        // What an earlier signal of the turn opens is not placed yet, and would be opened twice.
        return rules.HasNoted(signal) ? VetoReason.AlreadyIn : rules.Forbidden(signal);
    }

    /// <summary>Changes an order to a larger quantity, and all else its signal says.</summary>
    /// <returns>Why nothing can change; <see langword="null"/>: it has.</returns>
    public string? Enlarge(
        in SignalEvent signal, decimal added, string? riskLimit, double measured, double threshold, IOrderEvents orders) =>
        _changes.Enlarge(signal, added, riskLimit, measured, threshold, orders);

    /// <summary>Forgets what was asked for in the turn.</summary>
    public void Clear() => _changes.Clear();
}
