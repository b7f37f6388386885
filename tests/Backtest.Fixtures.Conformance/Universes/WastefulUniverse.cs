namespace Backtest.Fixtures;

/// <summary>Allocates a list of its members in every turn.</summary>
[Strategy("wasteful-universe", Scope = StrategyScope.Universe, Description = "Makes a list in every turn.")]
public sealed partial class WastefulUniverse
{
    private List<Instrument> _members = [];

    public void OnTurn(in UniverseTurn turn, IUniverseSignals signals)
    {
        var members = new List<Instrument>();
        foreach (UniverseMember member in turn)
            members.Add(member.Instrument);
        _members = members;
        UniverseMember first = turn[0];
        if (first.Position.IsFlat && first.Bar.Close > first.Bar.Open)
            signals[_members[0]].Enter(Direction.Long);
        else if (first.Position.IsLong && first.Bar.Close < first.Bar.Open)
            signals[_members[0]].Exit();
    }
}
