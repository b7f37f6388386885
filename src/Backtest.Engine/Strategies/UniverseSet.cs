using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>A strategy that decides on all its symbols together, with one set of parameters.</summary>
internal sealed class UniverseSet : IIndicatorSource
{
    private readonly UniverseSymbolNode?[] _symbols;
    private readonly PositionCell?[] _positions;
    private readonly UniverseMembers? _members;
    private readonly CrossSection _section;
    private readonly UniverseNode _node;

    public UniverseSet(
        UniverseStrategyFactory factory, StrategyPlan plan, StrategyBuilder builder, BarSeries?[] series, UniverseMembers? members, Market market,
        PositionCell?[] positions, SignalEmitter?[] emitters)
    {
        _members = members;
        _positions = positions;
        _symbols = [.. series.Select((bars, i) => bars is null ? null : builder.Symbol(plan, bars, emitters[i]!, positions[i]!))];
        _section = new CrossSection(series, market.Rows, positions);
        _node = builder.Build(factory, plan, new UniverseConnections(series, market.Rows, this, new UniverseSignals(emitters, positions, market)));
        foreach (UniverseSymbolNode? symbol in _symbols)
        {
            if (symbol is not null)
                symbol.Universe = _node;
        }
    }

    /// <summary>Its symbols, by the index of their instruments.</summary>
    public IReadOnlyList<UniverseSymbolNode?> Symbols => _symbols;

    IndicatorReader<TValue> IIndicatorSource.Request<TValue>(IndicatorSpec spec, BarSeries series) =>
        _symbols[series.Index]!.Ask<TValue>(spec);

    BarsReader IIndicatorSource.RequestBars(Timeframe timeframe, int offset, BarSeries series) =>
        _symbols[series.Index]!.AskBars(timeframe, offset);

    public void Start(in StartContext context) => _node.OnStart(context);

    /// <summary>Updates the symbols with their bars, then lets the strategy decide if the turn has a member.</summary>
    public void OnTurn(in Turn turn)
    {
        int day = turn.Day;
        _section.Begin(turn.End, day);
        foreach (TurnBar bar in turn.Bars)
        {
            if (_symbols[bar.Series] is not { } symbol)
                continue;
            if (!symbol.IsReady)
                symbol.OnTurn(bar.Row);
            if (!(symbol.IsReady || _node.CallsBeforeReady))
                continue;
            bool isEligible = _members is null || _members.Has(bar.Series, day);
            if (isEligible || _positions[bar.Series]!.Position.Quantity != 0)
                _section.Add(bar.Series, isEligible, symbol.IsReady);
        }

        if (_section.Count > 0)
            _node.OnTurn(new UniverseTurn(_section));
    }

    public void OnRegime(in RegimeEvent regime) => _node.OnRegime(regime);
}
