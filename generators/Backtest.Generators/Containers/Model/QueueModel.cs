using Backtest.Generators.Model;

namespace Backtest.Generators.Containers.Model;

/// <summary>Events of one type that some handlers receive later.</summary>
/// <param name="Field">The wiring's field.</param>
/// <param name="Event">The event's type, as generated source names it.</param>
/// <param name="EventName">The event's simple name.</param>
/// <param name="Parameter">The variable for one event.</param>
/// <param name="Calls">The handlers that receive them.</param>
internal sealed record QueueModel(string Field, string Event, string EventName, string Parameter, EquatableArray<CallModel> Calls);
