using Backtest.Generators.Diagnostics;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>
/// Reads the handlers of a component: methods named <c>On…</c> whose first parameter is an event. Their other parameters are emitters.
/// </summary>
internal static class ComponentParser
{
    /// <summary>The handlers, those of base types first, each type's in declaration order.</summary>
    public static IReadOnlyList<Handler> Parse(ContainerScope scope, INamedTypeSymbol component)
    {
        IEnumerable<IMethodSymbol> methods = component.TypeKind == TypeKind.Interface
            ? component.AllInterfaces.Append(component).SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            : component.AllMembers<IMethodSymbol>();
        return [.. methods.Where(method => IsCandidate(scope, method)).Select(method => Read(scope, component, method)).OfType<Handler>()];
    }

    private static bool IsCandidate(ContainerScope scope, IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, Name: ['O', 'n', >= 'A' and <= 'Z', ..] }
        && scope.CanUse(method)
        && method.Parameters.Any(parameter => EventTypes.StageOf(parameter.Type) is not null);

    private static Handler? Read(ContainerScope scope, INamedTypeSymbol component, IMethodSymbol method)
    {
        if (method.IsStatic || method.IsGenericMethod || method.IsAsync || !method.ReturnsVoid)
            return Reject(scope, method, "a handler must be an instance method that returns nothing and is not generic or async");
        IParameterSymbol first = method.Parameters[0];
        if (EventTypes.StageOf(first.Type) is not { } stage || first.RefKind is RefKind.Ref or RefKind.Out)
            return Reject(scope, method, "the event must be its first parameter, by value or 'in'");
        foreach (IParameterSymbol parameter in method.Parameters.Skip(1))
        {
            if (scope.IsPlugin && parameter.Type.Is(HostEvents.Position) && parameter.RefKind is not (RefKind.Ref or RefKind.Out))
                continue;
            IReadOnlyList<INamedTypeSymbol> events = EventTypes.EmittedBy(parameter.Type);
            if (events.Count == 0 || parameter.RefKind != RefKind.None)
                return Reject(scope, method, $"'{parameter.Type.Name} {parameter.Name}' is not an emitter");
            if (scope.IsPlugin && parameter.Type.Is("Backtest.IRegimes"))
                return Reject(scope, method, "only the classifier can name regimes");
            if (scope.IsPlugin && parameter.Type.Is("Backtest.IOrders"))
            {
                scope.Report(Descriptors.EmitsTooMuch, parameter, method.ContainingType.Name, events[0].Name, "SignalEvent",
                    "emit a SignalEvent and let the risk manager place the order");
                return null;
            }

            foreach (INamedTypeSymbol emitted in events)
            {
                if ((EventTypes.StageOf(emitted) ?? -1) > stage)
                    continue;
                scope.Report(Descriptors.StageRunsBackwards, parameter, $"{method.ContainingType.Name}.{method.Name}", first.Type.Name,
                    $"{stage}", parameter.Type.Name, emitted.Name, $"{EventTypes.StageOf(emitted) ?? -1}");
                return null;
            }
        }

        return new Handler(
            method, stage, method.Attribute("Backtest.DelayedAttribute") is not null,
            method.Attribute("Backtest.RunsAfterFaultAttribute") is not null, DeclaredRead.Of(component, method));
    }

    private static Handler? Reject(ContainerScope scope, IMethodSymbol method, string why)
    {
        string mend = scope.IsPlugin
            ? "take the event first, and after it only the position and emitters, such as "
                + "'void OnBar(BarEvent bar, in Position position, ISignals signals)'"
            : "take the event first and only emitters after it, such as 'void OnBar(in Turn turn, ISignalEvents signals)'";
        scope.Report(Descriptors.WrongSignature, method, $"{method.ContainingType.Name}.{method.Name}", why, mend);
        return null;
    }
}
