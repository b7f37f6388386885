namespace Backtest.Fixtures;

/// <summary>Buys on every tenth call of all its instances.</summary>
[Strategy("static-universe", Scope = StrategyScope.Universe, Description = "Counts in a static.")]
public sealed partial class StaticUniverse
{
    private static int s_asked;

    public void OnTurn(in UniverseTurn turn, IUniverseSignals signals)
    {
        if (++s_asked % 10 == 0)
            signals[turn[0].Instrument].Enter(Direction.Long);
        else if (s_asked % 10 == 5)
            signals[turn[0].Instrument].Exit();
    }
}
