namespace Backtest.Plugins.CrossSectionalMomentum;

/// <summary>
/// Ranks its symbols by their return over a number of bars and holds the top ones, long only, until the next ranking (N. Jegadeesh and S. Titman,
/// "Returns to Buying Winners and Selling Losers: Implications for Stock Market Efficiency", 1993; the winners' side).
/// </summary>
[Strategy(
    "cross-sectional-momentum", Scope = StrategyScope.Universe, Description = "Holds the symbols that rose the most, ranked against each other.")]
public sealed partial class CrossSectionalMomentumStrategy
{
    private Instrument[] _leaders = [];
    private double[] _returns = [];
    private int _count;
    private long _turns;

    /// <summary>The number of bars the return is measured over.</summary>
    [Parameter(Min = 1, Description = "The number of bars over which the return is measured.")]
    public int Lookback { get; init; } = 126;

    /// <summary>The number of latest bars the return leaves out: the most recent moves tend to reverse.</summary>
    [Parameter(Min = 0, Description = "The number of latest bars that the return leaves out.")]
    public int Skip { get; init; }

    /// <summary>The number of symbols held.</summary>
    [Parameter(Min = 1, Description = "The number of symbols to hold.")]
    public int Top { get; init; } = 10;

    /// <summary>The number of turns from one ranking to the next.</summary>
    [Parameter(Min = 1, Description = "The number of turns from one ranking to the next.")]
    public int Every { get; init; } = 21;

    [Indicator(nameof(ReturnBefore))]
    private partial PerSymbol<double> Return { get; }

    private IndicatorSpec ReturnBefore => Indicators.Roc(Lookback).Ago(Skip);

    /// <summary>Allocates the buffers of the ranking.</summary>
    public void OnStart(in StartContext context)
    {
        _leaders = new Instrument[Top];
        _returns = new double[Top];
    }

    /// <summary>When a ranking is due, ranks the symbols, sells those that fell out of the top and buys those that entered it.</summary>
    public void OnTurn(in UniverseTurn turn, IUniverseSignals signals)
    {
        if (_turns++ % Every != 0)
            return;
        Rank(turn);
        foreach (UniverseMember member in turn)
        {
            if (!member.Position.IsFlat && !Leads(member.Instrument))
                signals[member.Instrument].Exit(reason: "out of the top");
        }

        for (int i = 0; i < _count; i++)
        {
            if (turn.Position(_leaders[i]).IsFlat)
                signals[_leaders[i]].Enter(Direction.Long, new EntryTerms { Reason = "in the top" });
        }
    }

    /// <summary>Ranks the symbols with the highest returns; of equal returns, the first symbol by name comes first.</summary>
    private void Rank(in UniverseTurn turn)
    {
        _count = 0;
        foreach (UniverseMember member in turn)
        {
            if (member.IsEligible)
                Place(member.Instrument, Return[member.Instrument]);
        }
    }

    private void Place(Instrument instrument, double change)
    {
        if (_count == Top && !(change > _returns[^1]))
            return;
        int place = _count < Top ? _count++ : Top - 1;
        for (; place > 0 && change > _returns[place - 1]; place--)
            (_leaders[place], _returns[place]) = (_leaders[place - 1], _returns[place - 1]);
        (_leaders[place], _returns[place]) = (instrument, change);
    }

    private bool Leads(Instrument instrument)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_leaders[i].Index == instrument.Index)
                return true;
        }

        return false;
    }
}
