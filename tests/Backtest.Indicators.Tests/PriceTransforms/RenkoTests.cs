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
}
