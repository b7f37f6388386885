using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Watches one node. Used by one thread at a time, as the node is.</summary>
internal sealed class NodeObserver(SubjectObserver owner, AllocationMeter? meter)
{
    public List<DeclaredIndicator> Indicators { get; } = [];

    /// <summary>The timeframes requested besides the node's own.</summary>
    public List<Timeframe> Timeframes { get; } = [];

    public List<Decision> Decisions { get; } = [];

    public AllocationMeter? Meter => meter;

    public void Reads(Timeframe? timeframe)
    {
        if (timeframe is { } other)
            Timeframes.Add(other);
    }

    /// <summary>Records a requested indicator.</summary>
    public void Declare<TValue>(IndicatorSpec spec, string symbol, IndicatorReader<TValue> reader)
        where TValue : struct =>
        Indicators.Add(new DeclaredIndicator<TValue>(owner.Package?.Resolve(spec) ?? spec, symbol, reader));

    public void Decide(long time, string symbol, int row, object fact)
    {
        Decisions.Add(new Decision(time, symbol, row, fact));
        meter?.Decided();
    }
}
