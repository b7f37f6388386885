namespace Backtest.Tests;

public class RenkoTests
{
    [Fact]
    public void A_brick_against_the_direction_takes_two_bricks_of_movement()
    {
        var renko = new Renko(10);
        RenkoValue[] values = [.. ((double[])[100, 109, 111, 135, 121, 111, 109, 92, 129]).Select(renko.Update)];
        Assert.Equal(
            [
                new RenkoValue(100, 0, 0), new RenkoValue(100, 0, 0), new RenkoValue(110, 1, 1), new RenkoValue(130, 1, 2),
                new RenkoValue(130, 1, 0), new RenkoValue(130, 1, 0), new RenkoValue(110, -1, -1), new RenkoValue(100, -1, -1),
                new RenkoValue(120, 1, 1),
            ],
            values);
    }

    [Fact]
    public void A_price_on_the_edge_of_a_brick_completes_it()
    {
        var renko = new Renko(0.1);
        RenkoValue[] values = [.. ((double[])[1.0, 1.1, 1.2, 1.3]).Select(renko.Update)];
        Assert.Equal([0, 1, 1, 1], values.Select(value => value.Bricks));
        Assert.Equal(1.3, values[^1].Close, 1e-12);
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(5, 100)]
    [InlineData(10, 100)]
    [InlineData(3, 100_000)]
    [InlineData(1, 100_000_000)]
    public void Its_bricks_are_those_of_whole_ticks(int ticks, int ticksToOne)
    {
        var renko = new Renko(ticks / (double)ticksToOne);
        var random = new Random(ticks);
        long price = 7L * ticksToOne;
        var counted = new TickBricks(price, ticks);
        for (int row = 0; row < 20_000; row++)
        {
            RenkoValue value = renko.Update(price / (double)ticksToOne);
            Assert.Equal(counted.Update(price), (value.Direction, value.Bricks));
            price = Math.Max(1, price + random.Next(-8, 9));
        }
    }

    // The same bricks in integers.
    private sealed class TickBricks(long origin, int ticks)
    {
        private long _top = origin;
        private long _bottom = origin;
        private int _direction;

        public (double Direction, double Bricks) Update(long price)
        {
            long bricks = 0;
            if (price >= _top + ticks)
            {
                bricks = (price - _top) / ticks;
                _top += bricks * ticks;
                (_bottom, _direction) = (_top - ticks, 1);
            }
            else if (price <= _bottom - ticks)
            {
                bricks = -((_bottom - price) / ticks);
                _bottom += bricks * ticks;
                (_top, _direction) = (_bottom + ticks, -1);
            }
            return (_direction, bricks);
        }
    }
}
