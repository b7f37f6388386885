namespace Backtest.Fixtures;

/// <summary>Obeys every law; holds the symbol that rose most.</summary>
[Strategy("good-universe", Scope = StrategyScope.Universe, Description = "Holds whatever rose most.")]
public sealed partial class GoodUniverse
{
    [Indicator<RateOfChange>(3)]
    private partial PerSymbol<double> Change { get; }

    public void OnTurn(in UniverseTurn turn, IUniverseSignals signals)
    {
        int best = 0;
        for (int i = 1; i < turn.Count; i++)
        {
            if (Change[turn[i].Instrument] > Change[turn[best].Instrument])
                best = i;
        }

        foreach (UniverseMember member in turn)
        {
            bool leads = member.Instrument.Index == turn[best].Instrument.Index;
            if (leads && member.Position.IsFlat)
                signals[member.Instrument].Enter(Direction.Long, new EntryTerms { Reason = "leads" });
            else if (!leads && !member.Position.IsFlat)
                signals[member.Instrument].Exit();
        }
    }
}
