using CsCheck;

namespace Backtest.Tests;

public class DeterministicMathTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double Smallest = double.Epsilon;
    private const int Tries = 2000;

    /// <summary>Numbers of all magnitudes, including subnormal ones.</summary>
    private static readonly Gen<double> Any = Gen.Long.Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite);

    /// <summary>Numbers whose squares and inverses are still far from zero and infinity.</summary>
    private static readonly Gen<double> Moderate = Gen.Select(Gen.Double[-1, 1], Gen.Int[-60, 60], (x, scale) => x * Math.ScaleB(1, scale));

    [Fact]
    public void Exp_is_within_one_unit_in_the_last_place() =>
        Gen.OneOf(Gen.Double[-746, 710.5], Gen.Double[-1, 1])
            .Sample(x => ExactMath.UlpsFromExp(x, DeterministicMath.Exp(x)) <= 1, iter: Tries);

    [Fact]
    public void Log_is_within_one_unit_in_the_last_place() =>
        Gen.OneOf(Any.Select(Math.Abs).Where(x => x > 0), Gen.Double[0.5, 2])
            .Sample(x => ExactMath.UlpsFromLog(x, DeterministicMath.Log(x)) <= 1, iter: Tries);

    [Fact]
    public void Pow_is_within_one_unit_in_the_last_place() =>
        Gen.OneOf(
            Gen.Select(Any.Select(Math.Abs).Where(x => x > 0), Gen.Double[-3, 3]),
            Gen.Select(Gen.Double[0.01, 100], Gen.Double[-160, 160]),
            Gen.Select(Gen.Double[0.999999, 1.000001], Gen.Double[-8e8, 8e8]),
            Gen.Select(Gen.Int[-9999, 9999].Select(ulps => 1 + ulps * 2.220446049250313e-16), Gen.Double[-1e15, 1e15]))
            .Sample((x, y) => ExactMath.UlpsFromPow(x, y, DeterministicMath.Pow(x, y)) <= 1, iter: Tries);

    [Fact]
    public void Sin_is_within_one_unit_in_the_last_place() =>
        Gen.OneOf(Any, Moderate, Gen.Double[-10, 10]).Where(x => Math.Abs(x) > 1e-30)
            .Sample(x => ExactMath.UlpsFromSin(x, DeterministicMath.Sin(x)) <= 1, iter: Tries);

    [Fact]
    public void Cos_is_within_one_unit_in_the_last_place() =>
        Gen.OneOf(Any, Moderate, Gen.Double[-10, 10]).Sample(x => ExactMath.UlpsFromCos(x, DeterministicMath.Cos(x)) <= 1, iter: Tries);

    [Fact]
    public void Atan_is_within_one_unit_in_the_last_place() =>
        Gen.OneOf(Moderate, Gen.Double[-3, 3]).Where(x => Math.Abs(x) > 1e-30)
            .Sample(x => ExactMath.UlpsFromAtan(x, DeterministicMath.Atan(x)) <= 1, iter: Tries);

    [Fact]
    public void Sin_and_cos_hold_where_the_angle_is_nearest_to_a_quarter_turn()
    {
        // W. Kahan: of all doubles, this one is the nearest to a multiple of π/2.
        double x = 6381956970095103 * Math.ScaleB(1, 797);
        Assert.True(ExactMath.UlpsFromCos(x, DeterministicMath.Cos(x)) <= 1);
        Assert.Equal(-4.68716592425462761112e-19, DeterministicMath.Cos(x));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, Math.E)]
    [InlineData(Infinity, Infinity)]
    [InlineData(-Infinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(709.78271289338397, 1.7976931348622732e308)]
    [InlineData(709.78271289338409, Infinity)]
    [InlineData(-745.13321910194111, Smallest)]
    [InlineData(-745.13321910194122, 0)]
    [InlineData(1e300, Infinity)]
    [InlineData(-1e300, 0)]
    public void Exp_at_the_edges(double x, double expected) => Assert.Equal(expected, DeterministicMath.Exp(x));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, -Infinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(-Infinity, double.NaN)]
    [InlineData(Infinity, Infinity)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(Smallest, -744.44007192138122)]
    [InlineData(double.MaxValue, 709.78271289338397)]
    public void Log_at_the_edges(double x, double expected) => Assert.Equal(expected, DeterministicMath.Log(x));

    [Fact]
    public void Pow_at_the_edges_is_what_IEEE_754_says()
    {
        double[] edges =
        [
            0, -0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, -1.5, Infinity, -Infinity, double.NaN, Smallest, -Smallest, double.MaxValue,
            double.MinValue, 1e300, -1e300, 9007199254740991, 9007199254740993, 1 - 1.1102230246251565e-16, 1 + 2.220446049250313e-16,
        ];
        foreach (double x in edges)
        {
            foreach (double y in edges)
            {
                double expected = Math.Pow(x, y);
                double actual = DeterministicMath.Pow(x, y);
                bool hasSign = double.IsNaN(expected) || double.IsNegative(expected) == double.IsNegative(actual);
                bool isSame = expected.Equals(actual) && hasSign;
                Assert.True(isSame || IsNextTo(expected, actual), $"{x}^{y}: {actual}, not {expected}");
            }
        }
    }

    [Theory]
    [InlineData(3, 4, 81)]
    [InlineData(-3, 3, -27)]
    [InlineData(2, -1074, Smallest)]
    [InlineData(2, 1023, 8.98846567431158e307)]
    [InlineData(10, 15, 1e15)]
    [InlineData(7, 18, 1628413597910449)]
    public void Whole_powers_are_exact(double x, double y, double expected) => Assert.Equal(expected, DeterministicMath.Pow(x, y));

    [Fact]
    public void Odd_functions_keep_the_sign_of_zero()
    {
        foreach (double zero in (double[])[0.0, -0.0])
        {
            Assert.Equal(double.IsNegative(zero), double.IsNegative(DeterministicMath.Sin(zero)));
            Assert.Equal(double.IsNegative(zero), double.IsNegative(DeterministicMath.Atan(zero)));
        }
    }

    [Fact]
    public void Zero_of_either_sign_is_zero()
    {
        Assert.Equal(1, DeterministicMath.Exp(-0.0));
        Assert.Equal(1, DeterministicMath.Cos(-0.0));
        Assert.Equal(-Infinity, DeterministicMath.Log(-0.0));
    }

    [Theory]
    [InlineData(Infinity)]
    [InlineData(-Infinity)]
    [InlineData(double.NaN)]
    public void An_angle_that_is_not_finite_has_no_sine(double x)
    {
        Assert.Equal(double.NaN, DeterministicMath.Sin(x));
        Assert.Equal(double.NaN, DeterministicMath.Cos(x));
    }

    [Theory]
    [InlineData(Infinity, Math.PI / 2)]
    [InlineData(-Infinity, -Math.PI / 2)]
    [InlineData(1, Math.PI / 4)]
    [InlineData(Smallest, Smallest)]
    [InlineData(double.NaN, double.NaN)]
    public void Atan_at_the_edges(double x, double expected) => Assert.Equal(expected, DeterministicMath.Atan(x));

    [Fact]
    public void Sin_of_a_tiny_angle_is_the_angle() =>
        Assert.All([Smallest, -Smallest, 1e-310, 1e-200, -1e-30], x => Assert.Equal(x, DeterministicMath.Sin(x)));

    [Fact]
    public void Results_are_the_same_bits_on_every_machine()
    {
        ulong digest = 0;
        for (int n = 1; n <= 10_000; n++)
        {
            double x = 0.37 * n / 7;
            foreach (double result in (double[])
            [
                DeterministicMath.Exp(x - 264), DeterministicMath.Log(x), DeterministicMath.Pow(x, 1.7), DeterministicMath.Sin(x * x),
                DeterministicMath.Cos(x * x), DeterministicMath.Atan(x / 50),
            ])
            {
                digest = (digest ^ BitConverter.DoubleToUInt64Bits(result)) * 0x100000001B3;
            }
        }
        Assert.Equal(11632404294200303778UL, digest);
    }

    private static bool IsNextTo(double left, double right) =>
        double.IsFinite(left) && double.IsFinite(right) && Math.Abs(left - right) <= Math.BitIncrement(Math.Abs(left)) - Math.Abs(left);
}
