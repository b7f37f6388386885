using Backtest.Generators.Diagnostics;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>Checks that apply to containers that are plugins, in addition to those for wiring.</summary>
internal sealed class PluginChecks(ContainerScope scope, FlowGraph graph)
{
    /// <summary>Reports omitted strategies, handlers that do not belong to a role, and signals outside a bar.</summary>
    public void Check()
    {
        CheckMembers();
        foreach (IMethodSymbol method in graph.OwnHandlers.Concat(FlowGraph.HandlersOf(scope.Factory)))
        {
            scope.Report(
                Descriptors.HandlerOutsideRoles, method, $"{method.ContainingType.Name}.{method.Name}", scope.Container.Name);
        }

        foreach ((Role _, Handler handler) in graph.Handlers.Where(pair => graph.IsEntry(pair.Handler) && !pair.Handler.Event.Is(HostEvents.Bar)))
        {
            if (handler.Emitters.FirstOrDefault(emitter => emitter.Type.Is(HostEvents.Signals)) is { } signals)
                scope.Report(Descriptors.SignalOutsideBar, signals, handler.FullName, handler.Event.Name);
        }
    }

    private void CheckMembers()
    {
        Role[] members = [.. graph.Roles.Where(role => role.Component.SelfAndBases().Any(type => type.Is(HostEvents.Members)))];
        if (members.Length == 0)
        {
            scope.Report(Descriptors.MembersLeftOut, scope.Container, scope.Container.Name, "no role",
                "add '[Role] public MemberStrategies Members { get; }', and set it to the argument of Create");
        }

        foreach (Role second in members.Skip(1))
            scope.Report(Descriptors.MembersLeftOut, second.Property, scope.Container.Name, "more than one role", "keep one of them");
    }
}
