using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.PriceAlarms;

/// <summary>Creates the nodes of a price alarm, one for each instrument.</summary>
public abstract class PriceAlarmFactory : PluginFactory
{
    /// <summary>Creates a node from valid parameters.</summary>
    public abstract PriceAlarmNode Create(ParameterMap parameters, BindingContext context, PriceAlarmConnections connections);
}
