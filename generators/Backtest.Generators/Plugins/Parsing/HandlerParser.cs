using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Reads the handlers of a plugin class.</summary>
internal sealed class HandlerParser(PluginScope scope)
{
    private readonly KindRules _rules = KindRules.Of(scope.Kind, scope.IsUniverse);

    /// <summary>The handlers, in the order of their stages.</summary>
    public EquatableArray<HandlerModel> Parse()
    {
        var handlers = new Dictionary<string, HandlerModel>(StringComparer.Ordinal);
        bool isRequiredSeen = false;
        foreach (IMethodSymbol method in scope.Class.AllMembers<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary))
        {
            isRequiredSeen |= method.Name == _rules.Required;
            if (_rules.Find(method.Name) is not { } rule)
                RejectNearMiss(method);
            else if (handlers.ContainsKey(rule.Name))
                Reject(method, $"there is another '{rule.Name}'", "keep one of them");
            else if (Read(method, rule) is { } handler)
                handlers.Add(rule.Name, handler);
        }

        if (!isRequiredSeen)
        {
            HandlerRule required = _rules.Find(_rules.Required)!;
            scope.Report(
                Descriptors.MissingMember, scope.Class, scope.Class.Name, scope.KindName, $"'{required.Name}'", required.Signature);
        }

        return new EquatableArray<HandlerModel>(
            _rules.Handlers.Where(rule => handlers.ContainsKey(rule.Name)).Select(rule => handlers[rule.Name]));
    }

    private HandlerModel? Read(IMethodSymbol method, HandlerRule rule)
    {
        string write = $"write '{rule.Signature}'";
        if (method.IsStatic || method.IsGenericMethod || method.IsAsync || !method.ReturnsVoid || !scope.CanUse(method))
            return Reject(method, "a handler is an instance method that returns nothing and is neither generic nor async", write);
        if (method.Parameters.Length == 0 || !method.Parameters[0].Type.Is(rule.Parameter) || !IsInput(method.Parameters[0]))
            return Reject(method, $"its first parameter must be {SimpleName(rule.Parameter)}", write);
        var arguments = new List<HandlerArgument> { new(ArgumentRole.Event, IsIn(method.Parameters[0])) };
        string[] emits = [];
        foreach (IParameterSymbol parameter in method.Parameters.Skip(1))
        {
            if (rule.TakesPosition && parameter.Type.Is("Backtest.Position") && IsInput(parameter)
                && !Has(arguments, ArgumentRole.Position))
            {
                arguments.Add(new HandlerArgument(ArgumentRole.Position, IsIn(parameter)));
            }
            else if (rule.Emitter is not null && parameter.Type.Is(rule.Emitter) && parameter.RefKind == RefKind.None
                && !Has(arguments, ArgumentRole.Emitter))
            {
                arguments.Add(new HandlerArgument(ArgumentRole.Emitter, IsIn: false));
                emits = [.. EventTypes.EmittedBy(parameter.Type).Select(emitted => emitted.Name)];
            }
            else if (!RejectEmitter(method, rule, parameter))
            {
                return Reject(method, $"it cannot take '{parameter.Type.Name} {parameter.Name}'", write);
            }
        }

        return new HandlerModel(
            rule.Name, rule.Event ?? "", new EquatableArray<HandlerArgument>(arguments), new EquatableArray<string>(emits));
    }

    /// <summary>Says what is wrong with an emitter that runs backwards or belongs to another kind.</summary>
    private bool RejectEmitter(IMethodSymbol method, HandlerRule rule, IParameterSymbol parameter)
    {
        string name = $"{scope.Class.Name}.{method.Name}";
        foreach (INamedTypeSymbol emitted in EventTypes.EmittedBy(parameter.Type))
        {
            int stage = EventTypes.StageOf(emitted) ?? 0;
            if (stage <= rule.Stage)
            {
                scope.Report(Descriptors.StageRunsBackwards, parameter, name, rule.Event ?? "", $"{rule.Stage}", parameter.Type.Name,
                    emitted.Name, $"{stage}");
                return true;
            }

            if (stage > _rules.HighestStage)
            {
                scope.Report(Descriptors.EmitsTooMuch, parameter, scope.Class.Name, emitted.Name, _rules.HighestEvent, _rules.Mend);
                return true;
            }
        }

        return false;
    }

    private void RejectNearMiss(IMethodSymbol method)
    {
        if (!method.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            return;
        string handlers = $"its handlers are {string.Join(", ", _rules.Handlers.Select(handler => handler.Name))}";
        if (scope.Kind == PluginKind.Strategy && method.Name is "OnBar" or "OnTurn")
            Reject(method, $"a {scope.KindName} has no such handler", scope.IsUniverse
                ? $"write '{_rules.Find("OnTurn")!.Signature}', or take 'Scope = StrategyScope.Universe' away"
                : "write OnBar, or '[Strategy(…, Scope = StrategyScope.Universe)]' to decide on all symbols together");
        else if (_rules.Handlers.FirstOrDefault(handler => Words.IsNear(handler.Name, method.Name)) is { } near)
            Reject(method, $"its name is not '{near.Name}'", $"write '{near.Signature}', or choose a name further from a handler's");
        else if (KindRules.AllNames.Any(name => Words.IsNear(name, method.Name)))
            Reject(method, $"a {scope.KindName} has no such handler", handlers);
        else if (method is { Name: ['O', 'n', >= 'A' and <= 'Z', ..], Parameters: [var first, ..] } && IsEvent(first.Type))
            Reject(method, $"it takes {first.Type.Name}, but a {scope.KindName} has no such handler", handlers);
    }

    private static bool IsEvent(ITypeSymbol type) => EventTypes.StageOf(type) is not null || type.Is("Backtest.RiskTurn") || type.Is("Backtest.UniverseTurn");

    private HandlerModel? Reject(IMethodSymbol method, string why, string mend)
    {
        scope.Report(Descriptors.WrongSignature, method, $"{scope.Class.Name}.{method.Name}", why, mend);
        return null;
    }

    private static bool Has(List<HandlerArgument> arguments, ArgumentRole role) => arguments.Exists(argument => argument.Role == role);

    private static bool IsIn(IParameterSymbol parameter) => parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter;

    private static bool IsInput(IParameterSymbol parameter) => parameter.RefKind == RefKind.None || IsIn(parameter);

    private static string SimpleName(string fullName) => fullName.Substring(fullName.LastIndexOf('.') + 1);
}
