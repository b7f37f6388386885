using Backtest.Abstractions.Runtime;
using Backtest.Plugins.Hmm;
using Backtest.Plugins.Pattern;

namespace Backtest.Benchmarks;

/// <summary>
/// Does the same as <see cref="TreeRun"/> in one loop: the same indicators, classifiers, decisions, ledgers, equity columns and hashes.
/// </summary>
public static class TreeLoop
{
    private const int Bear = 0;

    /// <summary>Runs over the first instrument.</summary>
    public static Outcome Run(PreloadedBars bars)
    {
        BarSeries series = bars.Columns[0];
        var change = new RateOfChange(20);
        var rsi = new RelativeStrengthIndex(14);
        var bands = new BollingerBands(20, 2);
        var channel = new DonchianChannel(20);
        var meanVolume = new SimpleMovingAverage(20);
        var range = new AverageTrueRange(14);
        var fast = new ExponentialMovingAverage(20);
        var slow = new ExponentialMovingAverage(50);
        var longTerm = new SimpleMovingAverage(200);
        var movement = new AverageDirectionalIndex(14);
        var logReturn = new LogReturn();
        var line = new LinearRegression(20);
        var shortRange = new AverageTrueRange(10);
        var longRange = new AverageTrueRange(50);
        var model = new RegimeModel(new RegimeModelOptions { States = 3, Train = TreeRun.Train, Refit = 0, Starts = 1 });
        var regimeSelector = new RegimeSelector(0.4, 5);
        var recognizer = new PatternRecognizer(new PatternOptions());
        var patternSelector = new PatternSelector(3);
        var probabilities = new FusedTables();

        var conservative = new TreeAccount(series, TreeRun.Capital[0]);
        var aggressive = new TreeAccount(series, TreeRun.Capital[1]);
        var balanced = new TreeAccount(series, TreeRun.Capital[2]);
        var momentum = new TreePosition(0);
        var reversion = new TreePosition(1);
        var breakout = new TreePosition(0);
        var trend = new TreePosition(0);

        ChannelValue prior = channel.Undefined;
        double priorMeanVolume = double.NaN;
        int regime = RegimeSelector.Unknown;
        int pattern = RegimeSelector.Unknown;
        Span<double> observation = stackalloc double[1];
        for (int row = 0; row < series.Count; row++)
        {
            conservative.Fill(momentum, row);
            conservative.Fill(reversion, row);
            aggressive.Fill(breakout, row);
            balanced.Fill(trend, row);

            var bar = new BarEvent(series, row);
            double close = series.Close[row];
            double volume = series.Volume[row];
            double changed = change.Update(close);
            double strength = rsi.Update(close);
            BandValue band = bands.Update(close);
            ChannelValue channelNow = channel.Update(bar);
            double meanVolumeNow = meanVolume.Update(volume);
            double atr = range.Update(bar);
            double fastLine = fast.Update(close);
            double slowLine = slow.Update(close);
            double longTermLine = longTerm.Update(close);
            double adx = movement.Update(bar).Adx;
            double observed = logReturn.Update(close);
            RegressionValue fitted = line.Update(close);
            double shortAtr = shortRange.Update(bar);
            double longAtr = longRange.Update(bar);

            if (logReturn.IsReady)
            {
                observation[0] = observed;
                model.Update(observation, observed);
                ReadOnlySpan<double> filtered = model.Probabilities;
                int state = filtered.IsEmpty ? RegimeSelector.Unknown : regimeSelector.Select(filtered);
                if (!filtered.IsEmpty)
                    probabilities.Value(series.End[row], 0, 0, filtered[0], filtered[1], filtered[2]);
                if (state != regime)
                {
                    regime = state;
                    conservative.Regime(row, state, regimeSelector.Confidence);
                    aggressive.Regime(row, state, regimeSelector.Confidence);
                }
            }

            if (line.IsReady && longRange.IsReady && !double.IsNaN(priorMeanVolume))
            {
                ChartPattern shown = recognizer.Update(new PatternInput(
                    row, series.High[row], series.Low[row], close, fitted, shortAtr, longAtr, volume >= 1.1 * priorMeanVolume));
                int state = (int?)patternSelector.Select(shown) ?? RegimeSelector.Unknown;
                if (state != pattern)
                {
                    pattern = state;
                    balanced.Regime(row, state, recognizer.Confidences[Math.Max(0, state)]);
                }
            }

            if (change.IsReady && rsi.IsReady)
            {
                if (!momentum.IsFlat)
                {
                    if (changed < 0)
                        conservative.Exit(momentum, row);
                }
                else if (changed > 0.02 && strength < 70)
                {
                    conservative.Enter(momentum, row, Math.Min(1, changed / 0.04), isActive: regime != Bear);
                }
            }

            if (bands.IsReady && rsi.IsReady)
            {
                double distance = band.Deviation > 0 ? (close - band.Middle) / band.Deviation : 0;
                if (!reversion.IsFlat)
                {
                    if (distance >= -0.5 || row - reversion.EntryRow >= 15)
                        conservative.Exit(reversion, row);
                }
                else if (distance < -2 && strength < 35)
                {
                    conservative.Enter(reversion, row, stop: 3 * band.Deviation);
                }
            }

            bool breaksOut = volume > 1.05 * meanVolumeNow && close > prior.Upper;
            if (breaksOut && breakout.IsFlat && meanVolume.IsReady && range.IsReady)
                aggressive.Enter(breakout, row, stop: 2 * atr, target: 4 * atr);

            if (slow.IsReady && longTerm.IsReady && movement.IsReady && range.IsReady)
            {
                if (!trend.IsFlat && fastLine < slowLine)
                {
                    balanced.Exit(trend, row);
                }
                else if (adx > 18 && fastLine > slowLine && close > longTermLine)
                {
                    double away = 3 * atr;
                    if (trend.IsFlat || (trend.Entries < 3 && close - trend.LastEntryPrice >= away))
                        balanced.Enter(trend, row, trail: away);
                }
            }

            prior = channelNow;
            priorMeanVolume = meanVolumeNow;
            conservative.Value(row);
            aggressive.Value(row);
            balanced.Value(row);
        }

        probabilities.Hash();
        return new Outcome(
            conservative.FinalEquity() + aggressive.FinalEquity() + balanced.FinalEquity(),
            conservative.Orders + aggressive.Orders + balanced.Orders,
            conservative.Fills + aggressive.Fills + balanced.Fills);
    }
}
