using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>An indicator of the plugin's own is as new after a reset: on the same bars it gives the same values as a new instance.</summary>
internal sealed class ResetLaw : Law
{
    public override string Name => LawNames.Reset;

    public override IReadOnlyList<string> RestsOn => [LawNames.Runs];

    public override ConformanceFinding Examine(Examination examination)
    {
        IReadOnlyList<DeclaredIndicator> own = examination.OwnIndicators();
        if (own.Count == 0)
            return DoesNotApply("it has no indicators of its own");
        BarSeries before = TrialBars.Other(examination.Bars)[0];
        return own.Select(declared => Broken(declared, before, examination.Bars[0])).FirstOrDefault(broken => broken is not null)
            ?? Held(FormattableString.Invariant($"{own.Count} of its own, each the same as a new instance after a reset"));
    }

    private ConformanceFinding? Broken(DeclaredIndicator declared, BarSeries before, BarSeries bars)
    {
        IndicatorStream used = declared.CreateStream();
        IndicatorStream fresh = declared.CreateStream();
        if (ReferenceEquals(used.Indicator, fresh.Indicator))
            return Broken($"two requests for {declared.Name} received the same instance", "Create a new instance in the specification's function.");
        for (int row = 0; row < before.Count; row++)
            used.Update(new BarEvent(before, row));
        used.Reset();
        if (used.IsReady)
            return Broken($"{declared.Name} is still ready after Reset", "Clear all state in Reset.");
        for (int row = 0; row < bars.Count; row++)
        {
            used.Update(new BarEvent(bars, row));
            fresh.Update(new BarEvent(bars, row));
            if (!used.IsAt(fresh))
            {
                return Broken(
                    FormattableString.Invariant($"after Reset, {declared.Name} differs from a new instance at bar {row}"), "Clear all state in Reset.");
            }
        }

        return null;
    }
}
