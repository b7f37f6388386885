using System.Globalization;

namespace Backtest.Results;

/// <summary>Formats figures in the texts of doubts.</summary>
internal static class DoubtText
{
    public static string Of(IFormattable value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    public static string Count(long count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    public static string Percent(double share) => share.ToString("0%", CultureInfo.InvariantCulture);

    public static string Money(decimal value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string BasisPoints(decimal value) => value.ToString("0.0", CultureInfo.InvariantCulture) + " bp";
}
