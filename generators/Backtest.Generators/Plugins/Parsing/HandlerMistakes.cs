using Backtest.Generators.Contracts;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Reports errors in methods that are meant to be handlers.</summary>
internal sealed class HandlerMistakes(PluginScope scope, NodeContract node)
{
    // Read only if there is an error, because it reads every contract.
    private readonly Lazy<IReadOnlyList<(PluginContract Contract, NodeContract Node)>> _all = new(() =>
    [
        .. PluginContract.Known(scope.Compilation).Where(contract => contract.Type.TypeKind == TypeKind.Class)
            .Select(contract => (contract, new NodeContract(contract.Type))),
    ]);

    /// <summary>Reports why a method is not a handler.</summary>
    /// <returns><see langword="null"/>.</returns>
    public HandlerModel? Reject(IMethodSymbol method, string why, string mend)
    {
        scope.Report(Descriptors.WrongSignature, method, $"{scope.Class.Name}.{method.Name}", why, mend);
        return null;
    }

    /// <summary>Reports an emitter that runs backwards or belongs to another kind.</summary>
    /// <returns>Whether the parameter was such an emitter.</returns>
    public bool RejectEmitter(IMethodSymbol method, ContractHandler handler, IParameterSymbol parameter)
    {
        foreach (INamedTypeSymbol emitted in EventTypes.EmittedBy(parameter.Type))
        {
            int stage = EventTypes.StageOf(emitted) ?? 0;
            if (handler.Event is not null && stage <= handler.Stage)
            {
                scope.Report(Descriptors.StageRunsBackwards, parameter, $"{scope.Class.Name}.{method.Name}", handler.Event.Name,
                    $"{handler.Stage}", parameter.Type.Name, emitted.Name, $"{stage}");
                return true;
            }

            if (node.Emits.FirstOrDefault() is { } highest && stage > EventTypes.StageOf(highest))
            {
                scope.Report(Descriptors.EmitsTooMuch, parameter, scope.Class.Name, emitted.Name, highest.Name, Advice(highest));
                return true;
            }
        }

        return false;
    }

    /// <summary>Reports a method that looks like a handler because of its name or parameter.</summary>
    public void RejectNearMiss(IMethodSymbol method)
    {
        if (!method.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            return;
        string handlers = $"its handlers are {string.Join(", ", node.Handlers.Select(handler => handler.Name))}";
        if (OtherContract(method.Name) is { } choice)
            Reject(method, $"{scope.AnyKind} has no such handler", choice);
        else if (node.Handlers.FirstOrDefault(handler => Words.IsNear(handler.Name, method.Name)) is { } near)
            Reject(method, $"its name is not '{near.Name}'", $"write '{near.Signature}', or choose a name that is less similar to a handler's");
        else if (_all.Value.SelectMany(pair => pair.Node.Handlers).Any(handler => Words.IsNear(handler.Name, method.Name)))
            Reject(method, $"{scope.AnyKind} has no such handler", handlers);
        else if (method is { Name: ['O', 'n', >= 'A' and <= 'Z', ..], Parameters: [var first, ..] } && IsHandled(first.Type))
            Reject(method, $"it takes {first.Type.Name}, but {scope.AnyKind} has no such handler", handlers);
    }

    private bool IsHandled(ITypeSymbol type) => EventTypes.StageOf(type) is not null
        || _all.Value.SelectMany(pair => pair.Node.Handlers).Any(handler => SymbolEqualityComparer.Default.Equals(handler.Parameter, type));

    /// <summary>The fix for a handler that another contract of the same attribute has.</summary>
    private string? OtherContract(string name)
    {
        PluginContract? other = PluginContract.AllOf(scope.Contract.Attribute).FirstOrDefault(contract =>
            !SymbolEqualityComparer.Default.Equals(contract.Type, scope.Contract.Type) && new NodeContract(contract.Type).Find(name) is not null);
        if (other is null)
            return null;
        string own = node.Handlers.First(handler => handler.IsRequired).Signature;
        const string Suffix = "Attribute";
        string attribute = other.Attribute.Name.Substring(0, other.Attribute.Name.Length - Suffix.Length);
        return other.Choice.Length > 0
            ? $"write '{own}', or '[{attribute}(…, {other.Choice})]' to be {other.AnyWords}"
            : $"write '{own}', or remove '{scope.Contract.Choice}'";
    }

    /// <summary>The fix for emitting too much: emit the highest event allowed, on which others act.</summary>
    private string Advice(INamedTypeSymbol highest)
    {
        string[] others =
        [
            .. _all.Value.Where(pair => pair.Node.Handlers.Any(handler => handler.Event is not null && !handler.IsDelayed
                    && SymbolEqualityComparer.Default.Equals(handler.Event, highest)))
                .Select(pair => pair.Contract.Kind).Distinct().OrderBy(kind => kind, StringComparer.Ordinal),
        ];
        string acting = others.Length == 1 ? $"the {others[0].Replace('-', ' ')}" : "its handler";
        return $"emit {Words.Any(highest.Name)} and let {acting} act on it";
    }
}
