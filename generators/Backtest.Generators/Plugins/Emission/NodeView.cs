using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>A node as the templates write it.</summary>
internal sealed class NodeView(PluginModel model, NodeModel node, PluginNames names)
{
    public PluginNames Names => names;

    public PluginModel Model => model;

    public NodeModel Node => node;

    public RowModel? Row => node.Row;

    public bool HasRow => Row is not null;

    public bool HasLoop => Row is { Loop.Length: > 0 };

    /// <summary>Whether rows are looked through ahead in a loop of its own.</summary>
    public bool HasSearch => HasRow && node is { SaysStateless: true, IsSearched: true };

    /// <summary>Whether the author's class must know the row: what reads many instruments reads each at its own.</summary>
    public bool ReadsRow => HasRow && model.Indicators.Count > 0;

    /// <summary>Whether rows before all indicators are ready are left out.</summary>
    public bool SkipsEarly => Row is { IsGated: true } && !model.CallBeforeReady;

    /// <summary>Whether the node must still learn when it is ready.</summary>
    public bool LearnsReady => Row is { IsGated: true } && model.CallBeforeReady;

    public IEnumerable<IndicatorView> Indicators => model.Indicators.Select(indicator => new IndicatorView(indicator, names));

    public bool HasReadings => node.Readings is not null;

    /// <summary>The names of the numbers behind the author's signals, as a list of C# strings.</summary>
    public string ReadingNames => string.Join(", ", Recorded.SelectMany(indicator => indicator.Readings).Select(reading => $"\"{reading.Name}\""));

    /// <summary>The numbers, as C# expressions over the author's instance.</summary>
    public IEnumerable<string> ReadingValues => Recorded.SelectMany(indicator => indicator.Readings.Select(reading =>
        $"_{names.Instance}.{indicator.Field}[{node.Readings!.Key}]{reading.Member}"));

    /// <summary>The handler called for each row.</summary>
    public HandlerModel? RowHandler => model.Handlers.FirstOrDefault(handler => handler.IsRow);

    /// <summary>The handlers that are only passed on.</summary>
    public IEnumerable<HandlerModel> Forwarded => model.Handlers.Where(handler => !handler.IsRow);

    private IEnumerable<IndicatorModel> Recorded => model.Indicators.Where(indicator => indicator.IsRecorded);
}
