using Backtest.Reporting;
using CsCheck;

namespace Backtest.Tests;

public sealed class DecimalScaleTests
{
    [Theory]
    [InlineData(new double[] { 3, -7, 0 }, 0)]
    [InlineData(new[] { 1190.25, 1190.5 }, 2)]
    [InlineData(new[] { 0.0001, 2 }, 4)]
    [InlineData(new[] { double.NaN, 1.5 }, 1)]
    [InlineData(new double[] { }, 0)]
    public void Numbers_of_few_decimals_are_given_exactly_in_as_few(double[] values, int scale) =>
        Assert.Equal(scale, DecimalScale.Of(values, digits: 7));

    [Fact]
    public void Other_numbers_keep_as_many_digits_of_the_largest_as_asked_for() => Assert.Equal(5, DecimalScale.Of([100.0 / 3, 1.0 / 7], digits: 7));

    [Fact]
    public void A_number_of_cents_is_exact_whatever_it_is() => Gen.Int[-10_000_000, 10_000_000].Sample(cents =>
    {
        double value = cents / 100.0;
        int scale = DecimalScale.Of([value], digits: 9);
        Assert.Equal(value, DecimalScale.Unscaled(DecimalScale.Scaled(value, scale), scale));
    });

    [Fact]
    public void Any_number_is_as_near_as_its_digits_say() => Gen.Double[-1e9, 1e9].Array[1, 20].Sample(values =>
    {
        int scale = DecimalScale.Of(values, digits: 7);
        double largest = values.Max(Math.Abs);
        Assert.All(values, value =>
            Assert.True(Math.Abs(DecimalScale.Unscaled(DecimalScale.Scaled(value, scale), scale) - value) <= Math.Max(largest * 1e-6, 1e-12)));
    });
}
