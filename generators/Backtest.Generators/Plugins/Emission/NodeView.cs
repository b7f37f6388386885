using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>The values that the templates of a node use.</summary>
internal sealed class NodeView(PluginModel model, NodeModel node, PluginNames names)
{
    public PluginNames Names => names;

    public PluginModel Model => model;

    public NodeModel Node => node;

    public RowModel? Row => node.Row;

    public bool HasRow => Row is not null;

    public bool HasLoop => Row is { Loop.Length: > 0 };

    /// <summary>Whether rows are searched ahead in a separate loop.</summary>
    public bool HasSearch => HasRow && node is { SaysStateless: true, IsSearched: true };

    /// <summary>Whether the author's class must know the row; plugins that read many instruments read each at its own row.</summary>
    public bool ReadsRow => HasRow && model.Indicators.Count > 0;

    /// <summary>Whether rows before all indicators are ready are skipped.</summary>
    public bool SkipsEarly => Row is { IsGated: true } && !model.CallBeforeReady;

    /// <summary>Whether the node must determine when it is ready, although it is called before.</summary>
    public bool LearnsReady => Row is { IsGated: true } && model.CallBeforeReady;

    public IEnumerable<IndicatorView> Indicators => model.Indicators.Select(indicator => new IndicatorView(indicator, names));

    public bool HasReadings => node.Readings is not null;

    /// <summary>The names of the numbers behind the author's signals, as a list of C# strings.</summary>
    public string ReadingNames => string.Join(", ", Recorded.SelectMany(indicator => indicator.Readings).Select(reading => $"\"{reading.Name}\""));

    /// <summary>The numbers, as C# expressions over the author's instance.</summary>
    public IEnumerable<string> ReadingValues => Recorded.SelectMany(indicator => indicator.Readings.Select(reading =>
        $"_{names.Instance}.{indicator.Field}[{node.Readings!.Key}]{reading.Member}"));

    /// <summary>The handler that is called for each row.</summary>
    public HandlerModel? RowHandler => model.Handlers.FirstOrDefault(handler => handler.IsRow);

    /// <summary>The handlers that are only forwarded.</summary>
    public IEnumerable<HandlerModel> Forwarded => model.Handlers.Where(handler => !handler.IsRow);

    private IEnumerable<IndicatorModel> Recorded => model.Indicators.Where(indicator => indicator.IsRecorded);
}
