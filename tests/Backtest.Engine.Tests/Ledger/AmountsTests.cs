using CsCheck;

namespace Backtest.Tests;

/// <summary>Amounts are added like decimals with operators: the same number, the same scale, and the same sign even for zero.</summary>
public sealed class AmountsTests
{
    private const int LargestScale = 28;
    private const uint MostHigh = uint.MaxValue / 4; // the sum of two still fits a decimal

    // Small and large numbers, including zero, with the scales of quantities, prices and their products.
    private static readonly Gen<decimal> Decimals = Gen.Select(
        Gen.OneOf(Gen.Const(0UL), Gen.ULong[0, 1_000], Gen.ULong[0, 1_000_000_000_000], Gen.ULong),
        Gen.OneOf(Gen.Const(0U), Gen.UInt[0, MostHigh]),
        Gen.OneOf(Gen.Byte[0, 3], Gen.Byte[0, LargestScale]),
        Gen.Bool,
        (low, high, scale, isNegative) => new decimal((int)(uint)low, (int)(uint)(low >> 32), (int)high, isNegative, scale));

    [Fact]
    public void Adding_comes_to_what_the_operator_comes_to() => Pairs((sum, amount) =>
    {
        decimal expected = sum + amount;
        Amounts.Add(ref sum, amount);
        Assert.Equal(decimal.GetBits(expected), decimal.GetBits(sum));
    });

    [Fact]
    public void Subtracting_comes_to_what_the_operator_comes_to() => Pairs((sum, amount) =>
    {
        decimal expected = sum - amount;
        Amounts.Subtract(ref sum, amount);
        Assert.Equal(decimal.GetBits(expected), decimal.GetBits(sum));
    });

    [Fact]
    public void A_double_is_what_the_conversion_gives() => Decimals.Sample(amount =>
        Assert.Equal(BitConverter.DoubleToInt64Bits((double)amount), BitConverter.DoubleToInt64Bits(Amounts.ToDouble(amount))));

    [Fact]
    public void What_no_decimal_holds_is_refused_and_changes_nothing()
    {
        decimal sum = decimal.MaxValue;

        Assert.Throws<OverflowException>(() => Amounts.Add(ref sum, 1));
        Assert.Equal(decimal.MaxValue, sum);
    }

    /// <summary>Pairs of any two numbers, and of a number with itself or its negation, which sum to zero or to twice the number.</summary>
    private static void Pairs(Action<decimal, decimal> check) => Gen.Select(Decimals, Decimals, Gen.Int[0, 3]).Sample(
        (one, other, kind) => check(one, kind == 0 ? one : kind == 1 ? -one : other), iter: 20_000);
}
