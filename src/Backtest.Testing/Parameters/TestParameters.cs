using System.Text.Json;
using Backtest.Abstractions.Runtime;

namespace Backtest.Testing;

/// <summary>Parameters of a plugin, written as JSON in a test.</summary>
public static class TestParameters
{
    /// <summary>Reads JSON as a run file's parameters.</summary>
    /// <param name="json">An object, such as <c>{"period": 20}</c>.</param>
    /// <exception cref="InputException">The text is not a JSON object.</exception>
    public static ParameterMap Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Node(document.RootElement) as ParameterMap ?? throw NoObject($"found {document.RootElement.ValueKind}");
        }
        catch (JsonException exception)
        {
            throw NoObject(exception.Message);
        }
    }

    /// <summary>The errors a plugin reports in parameters, including those of its own <c>Validate</c>.</summary>
    /// <param name="parameters">The parameters, as JSON.</param>
    /// <param name="context">The facts about the plugin's place in the tree; <see langword="null"/> for no classifier above.</param>
    /// <typeparam name="TPlugin">The author's class.</typeparam>
    /// <returns>The errors, their keys below <c>parameters</c>; empty if there are none.</returns>
    public static IReadOnlyList<InputError> Errors<TPlugin>(string parameters, BindingContext? context = null)
        where TPlugin : class =>
        Errors(PluginFactories.Of<PluginFactory>(typeof(TPlugin)), Parse(parameters), context ?? new BindingContext());

    internal static IReadOnlyList<InputError> Errors(PluginFactory factory, ParameterMap parameters, BindingContext context)
    {
        var errors = new ParameterErrors(parameters, "parameters");
        factory.Validate(parameters, context, errors);
        return errors.Errors;
    }

    /// <summary>Reads JSON as parameters that a plugin takes.</summary>
    /// <exception cref="InputException">It does not take them.</exception>
    internal static ParameterMap Valid(PluginFactory factory, string parameters)
    {
        ParameterMap map = Parse(parameters);
        var errors = new ParameterErrors(map, "parameters");
        factory.Validate(map, new BindingContext(), errors);
        errors.ThrowIfAny();
        return map;
    }

    private static ParameterNode Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new ParameterMap(
            [.. element.EnumerateObject().Select(entry => new ParameterEntry(entry.Name, default, Node(entry.Value)))], default),
        JsonValueKind.Array => new ParameterList([.. element.EnumerateArray().Select(Node)], default),
        JsonValueKind.String => new ParameterScalar(element.GetString()!, IsQuoted: false, default),
        _ => new ParameterScalar(element.GetRawText(), IsQuoted: false, default),
    };

    private static InputException NoObject(string found) => new(new InputError(
        "parameters_json", $"the parameters are not a JSON object: {found.TrimEnd('.')}")
    {
        Fix = """Write, for example, {"period": 20}, or {} for the defaults.""",
    });
}
