namespace Backtest.Tests;

/// <summary>What the laws need to know of the family channels.</summary>
internal static class ChannelsCases
{
    public static IEnumerable<IndicatorCase> All =>
    [
        new()
        {
            Specify = period => Indicators.Bollinger(period, 2), Batch = Batch.Bands, FirstDefined = period => period - 1,
            AtRest = price => [price, price, price, 0], IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Donchian, Batch = Batch.Channel, FirstDefined = period => period - 1,
            AtRest = price => [price, price, price], IsWindowed = true,
        },
    ];
}
