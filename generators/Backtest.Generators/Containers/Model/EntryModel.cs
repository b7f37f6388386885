using Backtest.Generators.Model;

namespace Backtest.Generators.Containers.Model;

/// <summary>An event that comes in from outside.</summary>
/// <param name="Method">The wiring's method.</param>
/// <param name="Event">The event's type, as generated source names it.</param>
/// <param name="EventName">The event's simple name.</param>
/// <param name="Parameter">The method's parameter.</param>
/// <param name="IsIn">Whether the event is passed by reference.</param>
/// <param name="IsFrozen">Whether it is the entry used once the container has faulted.</param>
/// <param name="Steps">The steps of the entry, in order.</param>
internal sealed record EntryModel(
    string Method, string Event, string EventName, string Parameter, bool IsIn, bool IsFrozen, EquatableArray<StepModel> Steps);
