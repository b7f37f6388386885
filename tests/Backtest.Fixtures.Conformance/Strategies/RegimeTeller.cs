namespace Backtest.Fixtures;

/// <summary>Enters at every bar, with the regime as its reason.</summary>
[Strategy("regime-teller", Description = "Enters at every bar, with the regime for a reason.")]
public sealed partial class RegimeTeller
{
    private string _regime = RegimeEvent.Unknown;

    public void OnRegime(in RegimeEvent regime) => _regime = regime.Regime;

    public void OnBar(BarEvent bar, ISignals signals) => signals.Enter(Direction.Long, new EntryTerms { Reason = _regime });
}
