using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.PriceAlarms;

/// <summary>Makes the nodes of a price alarm, one for each instrument.</summary>
public abstract class PriceAlarmFactory : PluginFactory
{
    /// <summary>Makes a node from parameters found valid.</summary>
    public abstract PriceAlarmNode Create(ParameterMap parameters, BindingContext context, PriceAlarmConnections connections);
}
