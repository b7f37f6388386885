using System.Reflection;

namespace Backtest;

/// <summary>Every specification the library creates, each with its default arguments.</summary>
internal static class IndicatorLibrary
{
    /// <summary>The methods of <see cref="Indicators"/>, by name.</summary>
    public static IReadOnlyList<MethodInfo> Factories { get; } =
    [
        .. typeof(Indicators).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(IndicatorSpec) && method.Name != nameof(Indicators.Plugin))
            .OrderBy(method => method.Name, StringComparer.Ordinal),
    ];

    /// <summary>The specification that a call without arguments creates.</summary>
    public static IndicatorSpec Usual(MethodInfo factory) =>
        (IndicatorSpec)factory.Invoke(null, [.. factory.GetParameters().Select(parameter => parameter.DefaultValue)])!;
}
