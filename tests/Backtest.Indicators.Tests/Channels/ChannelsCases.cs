namespace Backtest.Tests;

/// <summary>The channels that the laws are tested on.</summary>
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
        new()
        {
            Specify = Indicators.Highest, Batch = Batch.Highest, FirstDefined = period => period - 1, AtRest = price => [price],
            IsWindowed = true,
        },
        new()
        {
            Specify = Indicators.Lowest, Batch = Batch.Lowest, FirstDefined = period => period - 1, AtRest = price => [price],
            IsWindowed = true,
        },
        new()
        {
            Specify = period => Indicators.Envelope(period < 1 ? period : 0.025), Batch = Batch.Envelope,
            AtRest = price => [price * 1.025, price, price * 0.975], IsWindowed = true,
        },
        new()
        {
            Specify = period => Indicators.Keltner(period, period, 2), Batch = Batch.Keltner, FirstDefined = period => period,
            AtRest = price => [price, price, price], DifferenceOf = Batch.Peak,
        },
    ];
}
