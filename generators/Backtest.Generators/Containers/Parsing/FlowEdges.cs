using Backtest.Generators.Containers.Model;
using Backtest.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>Lists the edges of a container's flow, in the order of the turn.</summary>
internal sealed class FlowEdges(ContainerScope scope, FlowGraph graph)
{
    private readonly List<EdgeModel> _edges = [];

    /// <summary>The edges, each once.</summary>
    public EquatableArray<EdgeModel> Build()
    {
        foreach (ITypeSymbol @event in graph.Entries)
        {
            foreach (Role role in graph.Roles)
            {
                foreach (Handler handler in role.Handlers.Where(handler => handler.Handles(@event)))
                {
                    _edges.Add(new EdgeModel(
                        scope.Container.Name, @event.Name, role.Name, handler.Method.Name, IsDelayed: false, handler.RunsAfterFault));
                    Follow(role, handler);
                }
            }
        }

        return new EquatableArray<EdgeModel>(_edges);
    }

    private void Follow(Role role, Handler handler)
    {
        foreach (IParameterSymbol emitter in handler.Emitters)
        {
            foreach (INamedTypeSymbol emitted in Text.EventTypes.EmittedBy(emitter.Type))
            {
                if (scope.IsOutward(emitter.Type))
                {
                    Add(new EdgeModel(role.Name, emitted.Name, scope.Container.Name, emitter.Type.Name, IsDelayed: false));
                    continue;
                }

                foreach ((Role to, Handler next) in graph.Handlers.Where(pair => pair.Handler.Handles(emitted)))
                {
                    if (Add(new EdgeModel(
                        role.Name, emitted.Name, to.Name, next.Method.Name, next.IsDelayed, IsConcurrent: to.IsConcurrent)))
                        Follow(to, next);
                }
            }
        }
    }

    private bool Add(EdgeModel edge)
    {
        if (_edges.Contains(edge))
            return false;
        _edges.Add(edge);
        return true;
    }
}
