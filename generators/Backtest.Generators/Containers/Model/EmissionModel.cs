using Backtest.Generators.Model;

namespace Backtest.Generators.Containers.Model;

/// <summary>A method of an emitter.</summary>
/// <param name="Emitter">The interface, as generated source names it.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Event">The event's type, as generated source names it.</param>
/// <param name="Parameter">The method's parameter.</param>
/// <param name="IsIn">Whether it takes the event by reference.</param>
/// <param name="Calls">The handlers called at once.</param>
/// <param name="Queue">The field of the queue for handlers called later; empty if there are none.</param>
internal sealed record EmissionModel(
    string Emitter, string Method, string Event, string Parameter, bool IsIn, EquatableArray<CallModel> Calls, string Queue);
