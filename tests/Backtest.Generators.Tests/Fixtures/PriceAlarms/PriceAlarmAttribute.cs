using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.PriceAlarms;

/// <summary>Makes a partial class a price alarm: it watches the bars of an instrument and filled orders, and raises alarms.</summary>
/// <param name="id">Its id, in kebab case.</param>
[AttributeUsage(AttributeTargets.Class)]
[PluginContract("price-alarm", typeof(PriceAlarmNode), typeof(PriceAlarmFactory))]
public sealed class PriceAlarmAttribute(string id) : Attribute
{
    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>What it watches for, in one sentence.</summary>
    public string Description { get; init; } = "";
}
