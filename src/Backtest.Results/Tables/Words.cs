using System.Text.Json;

namespace Backtest.Results;

/// <summary>What the values of an enumeration are called in tables: snake_case.</summary>
/// <typeparam name="TEnum">An enumeration.</typeparam>
internal static class Words<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Names =
        Enum.GetValues<TEnum>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    /// <summary>The word for a value.</summary>
    public static string Of(TEnum value) => Names[value];
}
