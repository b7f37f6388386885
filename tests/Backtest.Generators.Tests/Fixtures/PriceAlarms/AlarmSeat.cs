using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Tests.PriceAlarms;

/// <summary>The host side of price alarms: finds one by its id, creates its node and calls it.</summary>
internal sealed class AlarmSeat
{
    private readonly BarSeries _bars;
    private readonly PriceAlarmNode _node;
    private readonly AlarmEmitter _alarms = new();

    public AlarmSeat(IPluginSource plugins, string id, ParameterMap parameters, BarSeries bars)
    {
        if (plugins.Find(PluginKind.Of<PriceAlarmAttribute>(), id) is not PriceAlarmFactory factory)
            throw new InputException(new InputError("unknown_plugin", $"there is no {PluginKind.Of<PriceAlarmAttribute>().Words} '{id}'"));
        var indicators = new IndicatorTable(bars);
        _bars = bars;
        _node = factory.Create(parameters, new BindingContext(), new PriceAlarmConnections(bars, indicators, _alarms));
        indicators.Compute();
    }

    public int Urgency => _node.Urgency;

    public IReadOnlyList<AlarmEvent> Alarms => _alarms.Raised;

    public void Run() => _node.Run(0, _bars.Count);

    public void RunByTurns()
    {
        for (int row = 0; row < _bars.Count; row++)
            _node.OnTurn(row);
    }

    public void Fill(in FillEvent fill) => _node.OnFill(fill);
}
