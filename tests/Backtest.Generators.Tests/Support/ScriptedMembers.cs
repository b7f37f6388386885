namespace Backtest.Tests;

/// <summary>Member strategies of a container that signal at one close and log the events they receive.</summary>
internal sealed class ScriptedMembers(double signalsAt, List<string> log) : MemberStrategies
{
    public override IReadOnlyList<string> Names => ["one", "two"];

    public override void OnBar(BarEvent bar, ISignalEvents signals)
    {
        log.Add($"members see {bar.Close}");
        if (bar.Close == signalsAt)
        {
            signals.Emit(new SignalEvent
            {
                Id = 1,
                Time = bar.End,
                Instrument = bar.Instrument,
                StrategyIndex = 1,
                Action = SignalAction.Enter,
                Direction = Direction.Long,
                Strength = 1,
            });
        }
    }

    public override void OnRegime(in RegimeEvent regime) => log.Add($"members hear of {regime.Regime}");

    public override void OnFill(in FillEvent fill) => log.Add($"members hear of fill {fill.Id}");

    public override void OnReject(in OrderRejectedEvent reject) => log.Add($"members hear of reject {reject.OrderId}");

    public override void OnCancel(in OrderCanceledEvent cancel) => log.Add($"members hear of cancel {cancel.OrderId}");
}
