using Backtest.Generators.Contracts;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Reads the handlers of a plugin class.</summary>
internal sealed class HandlerParser(PluginScope scope, NodeContract node)
{
    private readonly HandlerMistakes _mistakes = new(scope, node);
    private readonly CallWriter _calls = new(scope, node);

    /// <summary>The handlers, in the order of their stages.</summary>
    public EquatableArray<HandlerModel> Parse()
    {
        var handlers = new Dictionary<string, HandlerModel>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (IMethodSymbol method in scope.Class.AllMembers<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary))
        {
            seen.Add(method.Name);
            if (node.Find(method.Name) is not { } handler)
                _mistakes.RejectNearMiss(method);
            else if (handlers.ContainsKey(handler.Name))
                _mistakes.Reject(method, $"there is another '{handler.Name}'", "keep one of them");
            else if (Read(method, handler) is { } model)
                handlers.Add(handler.Name, model);
        }

        foreach (ContractHandler required in node.Handlers.Where(handler => handler.IsRequired && !seen.Contains(handler.Name)))
            scope.Report(Descriptors.MissingMember, scope.Class, scope.Class.Name, scope.AnyKind, $"'{required.Name}'", required.Signature);
        return new EquatableArray<HandlerModel>(
            node.Handlers.Where(handler => handlers.ContainsKey(handler.Name)).Select(handler => handlers[handler.Name]));
    }

    /// <summary>How the author's method handles rows; <see langword="null"/> if the node does not handle rows.</summary>
    public RowModel? Rows() => node.Row is not { } row ? null : _calls.Rows(
        row, scope.Class.AllMembers<IMethodSymbol>().First(method => method.Name == row.Name));

    private HandlerModel? Read(IMethodSymbol method, ContractHandler handler)
    {
        string write = $"write '{handler.Signature}'";
        if (method.IsStatic || method.IsGenericMethod || method.IsAsync || !Same(method.ReturnType, handler.Method.ReturnType) || !scope.CanUse(method))
        {
            string returned = handler.Method.ReturnsVoid ? "nothing" : handler.Method.ReturnType.ToDisplayString();
            return _mistakes.Reject(method, $"a handler must be an instance method that returns {returned} and is not generic or async", write);
        }

        if (method.Parameters.Length == 0 || !Same(method.Parameters[0].Type, handler.Parameter) || !IsInput(method.Parameters[0]))
            return _mistakes.Reject(method, $"its first parameter must be {handler.Parameter.Name}", write);
        var taken = new List<IParameterSymbol>();
        foreach (IParameterSymbol parameter in method.Parameters.Skip(1))
        {
            bool isOffered = handler.Takes.Any(type => Same(type, parameter.Type)) && !taken.Exists(other => Same(other.Type, parameter.Type));
            if (isOffered && (parameter.Type.IsValueType ? IsInput(parameter) : parameter.RefKind == RefKind.None))
                taken.Add(parameter);
            else if (_mistakes.RejectEmitter(method, handler, parameter))
                return null;
            else
                return _mistakes.Reject(method, $"it cannot take '{parameter.Type.Name} {parameter.Name}'", write);
        }

        IEnumerable<string> emits = taken.SelectMany(parameter => EventTypes.EmittedBy(parameter.Type)).Select(emitted => emitted.Name);
        return new HandlerModel(
            handler.Name, handler.Event?.Name ?? "", handler.Method.ReturnType.ToDisplayString(), handler.Method.Name, _calls.Parameters(handler.Method),
            _calls.Arguments(handler, method), new EquatableArray<string>(emits.Distinct()))
        {
            IsRow = handler.IsRow,
            IsToldOfEngine = handler.IsDelayed || taken.Exists(parameter => EventTypes.EmittedBy(parameter.Type).Count == 0),
        };
    }

    private static bool Same(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static bool IsInput(IParameterSymbol parameter) => parameter.RefKind == RefKind.None || CallWriter.IsIn(parameter);
}
