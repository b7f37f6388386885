namespace Backtest;

/// <summary>Checks what plugins pass to emitters.</summary>
internal static class Arguments
{
    public static void RequireFraction(double value, string name)
    {
        if (!(value is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and at most 1");
    }

    public static void RequireProperFraction(double? value, string name)
    {
        if (value is { } fraction && !(fraction is > 0 and < 1))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and below 1");
    }

    public static void RequirePrice(double? value, string name)
    {
        if (value is { } price && !(price > 0 && double.IsFinite(price)))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be a number above 0");
    }

    public static void RequireDefined<TEnum>(TEnum value, string name)
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
            throw new ArgumentOutOfRangeException(name, value, $"{value} is not a valid {typeof(TEnum).Name}");
    }
}
