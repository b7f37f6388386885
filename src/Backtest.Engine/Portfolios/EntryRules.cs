namespace Backtest.Engine;

/// <summary>The rules for entries that apply before the risk manager is asked.</summary>
internal sealed class EntryRules(OrderGateParts parts)
{
    private readonly HashSet<(int Strategy, int Instrument, Direction Direction)> _entering = [];

    /// <summary>Why the rules forbid an entry; <see langword="null"/> if they allow it.</summary>
    public string? Forbidden(in SignalEvent signal)
    {
        if (ForbiddenTo(signal.StrategyIndex, signal.Instrument, signal.Direction) is { } reason)
            return reason;
        if (OrderTypes.IsOnClose(signal.Entry.Type) && !parts.Engine.Closes.AreKnown(parts.Market.Series[signal.Instrument.Index]))
            return VetoReason.NoSessionClose;
        bool follows = signal.Entry.After.Number > 0; // the price and the position at the fill of the other order are not known yet
        if (ProtectionSides.AreWrong(signal, follows ? double.NaN : parts.Market.Close(signal.Instrument.Index), parts.Engine.Matching))
            return VetoReason.WrongSide;
        if (follows)
            return null;
        decimal held = parts.Portfolio.Holding(signal.StrategyIndex, signal.Instrument).Quantity;
        bool isHeld = held != 0 && parts.Working.Staying(signal.StrategyIndex, signal.Instrument, held) > 0;
        bool isOpposite = isHeld && held > 0 != (signal.Direction == Direction.Long);
        Direction other = signal.Direction == Direction.Long ? Direction.Short : Direction.Long;
        bool joins = signal.Entry.OneCancelsOther.Number > 0; // only one of the entries that cancel each other fills
        if (isOpposite || (!joins && IsEntering(signal, other)))
            return VetoReason.AlreadyIn;
        bool isIn = isHeld || (!joins && IsEntering(signal, signal.Direction));
        return isIn && !signal.Entry.Add ? VetoReason.AlreadyIn : null;
    }

    /// <summary>Why a strategy may not open a position in this direction now, whatever the terms; <see langword="null"/> if it may.</summary>
    public string? ForbiddenTo(int index, Instrument instrument, Direction direction)
    {
        StrategyGroup strategy = parts.Strategies[index];
        if (parts.Ruin.IsRuined)
            return VetoReason.Ruined;
        if (parts.Market.Day < parts.TradeFrom)
            return VetoReason.BeforeStart;
        if (!strategy.IsActive(parts.Regimes.Current(instrument)))
            return VetoReason.InactiveRegime;
        if (!strategy.HasInUniverse(instrument, parts.Market.Day))
            return VetoReason.NotInUniverse;
        return direction == Direction.Short && !parts.Account.TakesShorts ? VetoReason.NoShort : null;
    }

    /// <summary>Records an entry that the risk manager will be asked about.</summary>
    public void Note(in SignalEvent signal) => _entering.Add((signal.StrategyIndex, signal.Instrument.Index, signal.Direction));

    /// <summary>Whether an earlier signal of the turn requests an entry of the same strategy in the instrument.</summary>
    public bool HasNoted(in SignalEvent signal) =>
        _entering.Contains((signal.StrategyIndex, signal.Instrument.Index, Direction.Long))
        || _entering.Contains((signal.StrategyIndex, signal.Instrument.Index, Direction.Short));

    /// <summary>Removes the recorded entries at the end of the turn.</summary>
    public void Clear() => _entering.Clear();

    /// <summary>Whether an entry in a direction rests, or was requested by an earlier signal of the same turn.</summary>
    private bool IsEntering(in SignalEvent signal, Direction direction)
    {
        if (parts.Working.HasEntry(signal.StrategyIndex, signal.Instrument, direction == Direction.Long ? Side.Buy : Side.Sell))
            return true;
        return _entering.Count > 0 && _entering.Contains((signal.StrategyIndex, signal.Instrument.Index, direction));
    }
}
