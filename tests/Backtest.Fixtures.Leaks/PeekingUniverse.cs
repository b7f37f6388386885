namespace Backtest.Fixtures.Leaks;

/// <summary>Holds the symbol that will rise most.</summary>
[Strategy("peeking-universe", Scope = StrategyScope.Universe, Description = "Holds what will rise most.")]
public sealed partial class PeekingUniverse
{
    /// <summary>The future value it looks at.</summary>
    [Parameter(Description = "What it looks at.")]
    public Look Look { get; init; }

    /// <summary>Decides.</summary>
    public void OnTurn(in UniverseTurn turn, IUniverseSignals signals)
    {
        foreach (UniverseMember member in turn)
        {
            bool rises = Future.Rises(member.Bar, Look);
            if (rises && member.Position.IsFlat)
                signals[member.Instrument].Enter(Direction.Long);
            else if (!rises && !member.Position.IsFlat)
                signals[member.Instrument].Exit();
        }
    }
}
