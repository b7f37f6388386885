using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Computes each line of another library's table, by its name there.</summary>
internal static class GoldenLines
{
    private static readonly IndicatorSpec Cci = Indicators.Cci(20, MeanDeviation.Running);
    private static readonly IndicatorSpec Ichimoku = Indicators.Ichimoku(9, 26, 52, displacement: 27);
    private static readonly IndicatorSpec Kst = Indicators.Kst(10, 15, 20, 30, 10, 10, 10, 10, 9);
    private static readonly IndicatorSpec Macd = Indicators.Macd(12, 26, 9);
    private static readonly IndicatorSpec Ppo = Indicators.Ppo(12, 26, 9);
    private static readonly IndicatorSpec PpoOfFast = Indicators.Ppo(26, 12, 9);
    private static readonly IndicatorSpec Kama = Indicators.Kama(30, 2, 30);
    private static readonly IndicatorSpec ZeroLag = Indicators.ErrorCorrecting(30, 50);

    public static IReadOnlyDictionary<string, Func<BarSeries, double[]>> All { get; } = new Dictionary<string, Func<BarSeries, double[]>>
    {
        ["accdecosc.accde"] = Of(Indicators.Accelerator()),
        ["aroonoscillator.aroonosc"] = Of(Indicators.Aroon(14), 2),
        ["aroonupdown.aroonup"] = Of(Indicators.Aroon(14)),
        ["aroonupdown.aroondown"] = Of(Indicators.Aroon(14), 1),
        ["atr.atr"] = Of(Indicators.Atr(14)),
        ["awesomeoscillator.ao"] = Of(Indicators.Awesome()),
        ["bbands.top"] = Of(Indicators.Bollinger(20, 2)),
        ["bbands.mid"] = Of(Indicators.Bollinger(20, 2), 1),
        ["bbands.bot"] = Of(Indicators.Bollinger(20, 2), 2),
        ["cci.cci"] = Of(Cci),
        ["dm.adx"] = Of(Indicators.Adx(14)),
        ["dm.adxr"] = Of(Indicators.Adxr(14)),
        ["dm.plusDI"] = Of(Indicators.Adx(14), 1),
        ["dm.minusDI"] = Of(Indicators.Adx(14), 2),
        ["downmove.downmove"] = bars => [.. Of(Indicators.Momentum(1))(bars).Select(change => -change)],
        ["dpo.dpo"] = Of(Indicators.Dpo(20, 9)),
        ["dv2.dv2"] = Of(Indicators.Dv2()),
        ["heikinashi.ha_open"] = Of(Indicators.HeikinAshi()),
        ["heikinashi.ha_high"] = Of(Indicators.HeikinAshi(), 1),
        ["heikinashi.ha_low"] = Of(Indicators.HeikinAshi(), 2),
        ["heikinashi.ha_close"] = Of(Indicators.HeikinAshi(), 3),
        ["highest.highest"] = Of(Indicators.Highest(14)),
        ["ichimoku.tenkan_sen"] = Of(Ichimoku),
        ["ichimoku.kijun_sen"] = Of(Ichimoku, 1),
        ["ichimoku.senkou_span_a"] = Of(Ichimoku, 2),
        ["ichimoku.senkou_span_b"] = Of(Ichimoku, 3),
        ["ichimoku.chikou_span"] = bars => DrawnBack(Of(Ichimoku, 4)(bars), 26),
        ["kst.kst"] = Of(Kst),
        ["kst.signal"] = Of(Kst, 1),
        ["lowest.lowest"] = Of(Indicators.Lowest(14)),
        ["lrsi.lrsi"] = LaguerreFromZero,
        ["macdhisto.macd"] = Of(Macd),
        ["macdhisto.signal"] = Of(Macd, 1),
        ["macdhisto.histo"] = Of(Macd, 2),
        ["momentum.momentum"] = Of(Indicators.Momentum(12)),
        ["momentumoscillator.momosc"] = bars => [.. Of(Indicators.Roc(12))(bars).Select(change => 100 * (1 + change))],
        ["pctchange.pctchange"] = Of(Indicators.Roc(30)),
        ["pctrank.pctrank"] = Of(Indicators.PercentRank(50)),
        ["pgo.pgo"] = Of(Indicators.Pgo(14)),
        ["ppo.ppo"] = Of(Ppo),
        ["ppo.signal"] = Of(Ppo, 1),
        ["ppo.histo"] = Of(Ppo, 2),
        ["pposhort.ppo"] = bars => [.. Of(PpoOfFast)(bars).Select(distance => -distance)],
        ["pposhort.signal"] = bars => [.. Of(PpoOfFast, 1)(bars).Select(distance => -distance)],
        ["pposhort.histo"] = bars => [.. Of(PpoOfFast, 2)(bars).Select(distance => -distance)],
        ["priceosc.po"] = Of(Indicators.PriceOscillator(12, 26)),
        ["rmi.rsi"] = Of(Indicators.Rmi(20, 5)),
        ["roc.roc"] = Of(Indicators.Roc(12)),
        ["rsi.rsi"] = Of(Indicators.Rsi(14)),
        ["rsi_safe.rsi"] = Of(Indicators.Rsi(14)),
        ["stochastic.percK"] = Of(Indicators.StochasticSlow(14, 3)),
        ["stochastic.percD"] = Of(Indicators.StochasticSlow(14, 3), 1),
        ["stochasticfull.percK"] = Of(Indicators.StochasticFast(14, 3)),
        ["stochasticfull.percD"] = Of(Indicators.StochasticFast(14, 3), 1),
        ["stochasticfull.percDSlow"] = Of(Indicators.StochasticSlow(14, 3), 1),
        ["sumn.sumn"] = bars => [.. Of(Indicators.Sma(14))(bars).Select(mean => 14 * mean)],
        ["trix.trix"] = Of(Indicators.Trix(15)),
        ["tsi.tsi"] = Of(Indicators.Tsi(25, 13)),
        ["ultosc.uo"] = Of(Indicators.Ultimate()),
        ["upmove.upmove"] = Of(Indicators.Momentum(1)),
        ["vortex.vi_plus"] = Of(Indicators.Vortex(14)),
        ["vortex.vi_minus"] = Of(Indicators.Vortex(14), 1),
        ["williamsad.ad"] = Of(Indicators.WilliamsAd()),
        ["williamsr.percR"] = Of(Indicators.WilliamsR(14)),
        ["dma.dma"] = bars => [.. Of(ZeroLag)(bars).Zip(Of(Indicators.Hma(7))(bars), (first, second) => (first + second) / 2)],
        ["hma.hma"] = Of(Indicators.Hma(30)),
        ["zlema.zlema"] = Of(Indicators.Zlema(30)),
        ["zlind.ec"] = Of(ZeroLag),
    }
    .Concat(Average("sma", Indicators.Sma(30)))
    .Concat(Average("ema", Indicators.Ema(30)))
    .Concat(Average("dema", Indicators.Dema(30)))
    .Concat(Average("tema", Indicators.Tema(30)))
    .Concat(Average("wma", Indicators.Wma(30)))
    .Concat(Average("smma", Indicators.Smma(30)))
    .Concat(Average("kama", Kama).Where(line => !line.Key.StartsWith("kamaenvelope", StringComparison.Ordinal)))
    .Concat(Envelope("kamaenvelope", "sma", Indicators.Sma(30)))
    .ToDictionary();

    // An average, its envelope, and the close minus the average.
    private static Dictionary<string, Func<BarSeries, double[]>> Average(string name, IndicatorSpec spec) =>
        new(Envelope($"{name}envelope", name, spec))
        {
            [$"{name}.{name}"] = Of(spec),
            [$"{name}osc.{name}"] = bars => [.. Of(spec)(bars).Select((average, row) => bars.Close[row] - average)],
        };

    private static Dictionary<string, Func<BarSeries, double[]>> Envelope(string table, string line, IndicatorSpec spec) => new()
    {
        [$"{table}.{line}"] = bars => Of(Indicators.Envelope(0.025), 1)(Bars.At(Of(spec)(bars))),
        [$"{table}.top"] = bars => Of(Indicators.Envelope(0.025))(Bars.At(Of(spec)(bars))),
        [$"{table}.bot"] = bars => Of(Indicators.Envelope(0.025), 2)(Bars.At(Of(spec)(bars))),
    };

    private static Func<BarSeries, double[]> Of(IndicatorSpec spec, int line = 0) =>
        bars => [.. Probe.Of(spec).Run(bars).Select(value => value[line])];

    private static double[] DrawnBack(double[] line, int bars) => [.. line.Skip(bars), .. Enumerable.Repeat(double.NaN, bars)];

    // In that library, the elements start at zero, at the sixth bar.
    private static double[] LaguerreFromZero(BarSeries bars)
    {
        double[] line = Of(Indicators.LaguerreRsi(0.5))(Bars.At([0, .. bars.Close[5..bars.Count]]));
        return [.. Enumerable.Repeat(double.NaN, 5), .. line.Skip(1)];
    }
}
