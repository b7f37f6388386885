using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>
/// An instance shares nothing with others: earlier runs, a copy next to it and other instruments change nothing. This reveals state kept in statics.
/// The reference is a run of a fresh load.
/// </summary>
internal sealed class IsolationLaw : Law
{
    private const string Fix = "Keep state in instance fields, not in statics: one process runs many instances, one after another and in parallel.";

    public override string Name => LawNames.Isolation;

    public override IReadOnlyList<string> RestsOn => [LawNames.Runs, LawNames.Determinism];

    public override bool NeedsDecisions => true;

    public override ConformanceFinding Examine(Examination examination)
    {
        IReadOnlyList<Decision> expected = examination.RunFresh().Decisions;
        examination.Run(TrialBars.Other(examination.Bars));
        if (Difference.First(expected, examination.Run(examination.Bars).Decisions) is { } after)
            return Broken(after.Describe("a fresh start decided", "a run after others in the same process"), Fix);

        TrialResult beside = examination.Run(examination.Setup(examination.Bars) with { Siblings = 1 });
        if (Difference.First(expected, beside.Decisions) is { } sibling)
            return Broken(sibling.Describe("alone it decided", "beside a copy of itself"), Fix);

        // A plugin that reads many instruments may decide differently on one.
        bool readsMany = examination.Kind == PluginKind.RiskManager || examination.Factory is UniverseStrategyFactory;
        if (readsMany || examination.Bars.Count == 1)
            return Held("runs before it and a copy beside it changed nothing");
        BarSeries first = examination.Bars[0];
        IEnumerable<Decision> own = expected.Where(decision => decision.Symbol == first.Instrument.Symbol);
        return Difference.First(own, examination.Run([first]).Decisions) is { } other
            ? Broken(other.Describe("with other instruments in the run it decided", "without them"), Fix)
            : Held("runs before it, a copy beside it and other instruments changed nothing");
    }
}
