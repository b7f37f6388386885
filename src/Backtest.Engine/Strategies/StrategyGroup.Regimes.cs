namespace Backtest.Engine;

/// <content>Decides in which regimes the strategy may enter, and what happens when it leaves them.</content>
public sealed partial class StrategyGroup
{
    private const string LeftRegime = "left_regime";

    /// <summary>Whether it may enter in a regime.</summary>
    internal bool IsActive(string? regime) =>
        (_config.ActiveIn is not { } active || regime is null || active.Contains(regime)) && WeightIn(regime) > 0;

    /// <summary>The factor on the strength of its entries in a regime.</summary>
    internal double WeightIn(string? regime)
    {
        foreach (RegimeParametersConfig differing in _config.ByRegime ?? [])
        {
            if (differing.Regime == regime)
                return differing.Weight;
        }

        return 1;
    }

    /// <summary>Switches to the parameters of a regime on an instrument.</summary>
    private void Switch(int instrument, string regime)
    {
        foreach (ParameterSwitch active in _switches![instrument])
            active.Enter(regime);
        _ahead?.Forget(instrument);
    }

    private void Leave(Instrument instrument, DateTime time, ICancelEvents cancels)
    {
        if (!_config.KeepsResting)
            _working.RequestCancelOfEntries(Index, instrument, time, LeftRegime, cancels);
        decimal held = _portfolio.Holding(Index, instrument).Quantity;
        if (held == 0 || !_config.ClosesOnLeave)
            return;
        Send(new SignalEvent
        {
            Id = _counters.NextSignal(),
            Time = time,
            Instrument = instrument,
            StrategyIndex = Index,
            Action = SignalAction.Exit,
            Direction = held < 0 ? Direction.Short : Direction.Long,
            Strength = 1,
            Reason = LeftRegime,
        });
    }
}
