namespace Backtest;

/// <content>The arc tangent.</content>
public static partial class DeterministicMath
{
    /// <summary>The angle in radians whose tangent is <paramref name="x"/>.</summary>
    /// <returns>From −π/2 to π/2.</returns>
    public static double Atan(double x)
    {
        double magnitude = Math.Abs(x);
        if (magnitude < 0.4375)
            return x == 0 ? x : x - x * AtanRemainder(x);
        double angle = magnitude switch
        {
            < 0.6875 => Beyond(4.63647609000806093515e-01, 2.26987774529616870924e-17, (2 * magnitude - 1) / (2 + magnitude)),
            < 1.1875 => Beyond(QuarterPi, 3.06161699786838301793e-17, (magnitude - 1) / (magnitude + 1)),
            < 2.4375 => Beyond(9.82793723247329054082e-01, 1.39033110312309984516e-17, (magnitude - 1.5) / (1 + 1.5 * magnitude)),
            _ => Beyond(1.57079632679489655800e+00, 6.12323399573676603587e-17, -1 / magnitude),
        };
        return x < 0 ? -angle : angle;
    }

    /// <summary>An angle given in two parts, plus the arc tangent of a small number.</summary>
    private static double Beyond(double high, double low, double x) => high - (x * AtanRemainder(x) - low - x);

    /// <summary>1 − atan(x) / x, for |x| below 7/16.</summary>
    private static double AtanRemainder(double x)
    {
        double z = x * x;
        double w = z * z;
        double odd = z * (3.33333333333329318027e-01 + w * (1.42857142725034663711e-01 + w * (9.09088713343650656196e-02
            + w * (6.66107313738753120669e-02 + w * (4.97687799461593236017e-02 + w * 1.62858201153657823623e-02)))));
        double even = w * (-1.99999999998764832476e-01 + w * (-1.11111104054623557880e-01 + w * (-7.69187620504482999495e-02
            + w * (-5.83357013379057348645e-02 + w * -3.65315727442169155270e-02))));
        return odd + even;
    }
}
