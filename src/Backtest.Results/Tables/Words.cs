using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Backtest.Results;

/// <summary>The names of an enumeration's values in tables, in snake_case.</summary>
/// <typeparam name="TEnum">An enumeration with an underlying type of 32 bits.</typeparam>
internal static class Words<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<int, string> Names = Words.Of(typeof(TEnum));

    /// <summary>All words.</summary>
    public static IEnumerable<string> All => Names.Values;

    /// <summary>The word for a value.</summary>
    public static string Of(TEnum value) => Names[Unsafe.BitCast<TEnum, int>(value)];

    /// <summary>The value with a name, or null if there is none.</summary>
    public static TEnum? Find(string word)
    {
        foreach ((int value, string name) in Names)
        {
            if (name == word)
                return Unsafe.BitCast<int, TEnum>(value);
        }

        return null;
    }
}

/// <summary>The part shared by all enumerations, so that it is compiled once.</summary>
internal static class Words
{
    /// <summary>The words for an enumeration's values.</summary>
    public static Dictionary<int, string> Of(Type enumeration)
    {
        var names = new Dictionary<int, string>();
        foreach (object value in Enum.GetValues(enumeration))
            names[Convert.ToInt32(value, CultureInfo.InvariantCulture)] = JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()!);
        return names;
    }
}
