using Backtest.Abstractions.Runtime;

namespace Backtest.Research;

/// <summary>A classifier's node that queries the model after each bar for how likely it considered that bar to be.</summary>
internal sealed class ScoredClassifier : ClassifierNode, IIndicatorSource
{
    private readonly ClassifierNode _inner;
    private readonly ModelScore _score;

    public ScoredClassifier(ClassifierConnections connections, Func<ClassifierConnections, ClassifierNode> create, ModelScore score)
        : base(connections)
    {
        _inner = create(connections with { Indicators = this }); // so that a fault of an indicator is found in this node's columns
        _score = score;
    }

    public override IReadOnlyList<string> States => _inner.States;

    public override IFittedModel? FittedModel => _inner.FittedModel;

    IndicatorReader<TValue> IIndicatorSource.Request<TValue>(IndicatorSpec spec, BarSeries series) => Request<TValue>(spec);

    BarsReader IIndicatorSource.RequestBars(Timeframe timeframe, int offset, BarSeries series) => RequestBars(timeframe, offset);

    public override void OnStart(in StartContext context) => _inner.OnStart(context);

    public override void OnTurn(int row)
    {
        _inner.OnTurn(row);
        _score.Add(_inner.FittedModel!);
    }

    public override void Run(int from, int to)
    {
        for (int row = from; row < to; row++)
            OnTurn(row);
    }
}
