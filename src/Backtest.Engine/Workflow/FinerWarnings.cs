using System.Globalization;

namespace Backtest.Engine;

/// <summary>Warns if bars have no finer bars, or finer bars that do not make them up, so that the other path was used for them.</summary>
internal sealed class FinerWarnings(BacktestContainer container)
{
    private const int MostSymbols = 5;

    /// <summary>All warnings.</summary>
    public IEnumerable<RunWarning> All()
    {
        if (container.Engine is not { Finer: { } finer, Config: { FinerBars: { } asked } })
            yield break;
        (Instrument Instrument, FinerTally? Tally)[] tallies = [.. container.AllPortfolios.SelectMany(portfolio => portfolio.Turns.Traded)
            .Select(series => series.Instrument).DistinctBy(instrument => instrument.Index)
            .Select(instrument => (instrument, finer.Of(instrument.Index)?.Tally))];
        string[] without = [.. tallies.Where(own => own.Tally is null).Select(own => own.Instrument.Symbol).Order(StringComparer.Ordinal)];
        long bars = tallies.Sum(own => own.Tally?.Bars ?? 0);
        string metBy = $"processed with the path {asked.Otherwise.Type}";
        if (without.Length > 0)
        {
            yield return new RunWarning(
                "finer_bars_missing",
                $"there are no finer bars of {string.Join(", ", without.Take(MostSymbols))}{More(without.Length)}: all of their bars were {metBy}",
                "Add bars of a lower timeframe for these symbols, or remove the symbols.");
        }

        if (Found(tallies, tally => tally.Missing, tally => tally.FirstMissing, bars) is { } missing)
        {
            yield return new RunWarning(
                "finer_bars_missing",
                $"{missing} no finer bars: they were {metBy}",
                "Add the bars of the lower timeframe for these days, or set data.start to the day they begin.");
        }

        if (Found(tallies, tally => tally.Different, tally => tally.FirstDifferent, bars) is { } different)
        {
            yield return new RunWarning(
                "finer_bars_differ",
                $"{different} different prices than the finer bars inside: they were {metBy}",
                "Use both timeframes from one vendor, with the same adjustment and session. Or trade the bars of the lower timeframe, and set 'timeframe' on the strategy.");
        }
    }

    private static string More(int count) =>
        count <= MostSymbols ? "" : string.Create(CultureInfo.InvariantCulture, $" and {count - MostSymbols:N0} more");

    /// <summary>A description of how many bars are affected, and the first of them; <see langword="null"/> if there is none.</summary>
    private static string? Found(
        (Instrument Instrument, FinerTally? Tally)[] tallies, Func<FinerTally, long> count, Func<FinerTally, long> first, long bars)
    {
        (Instrument Instrument, FinerTally Tally)[] found = [.. tallies.Where(own => own.Tally is { } tally && count(tally) > 0).Select(own => (own.Instrument, own.Tally!))
            .OrderBy(own => first(own.Item2)).ThenBy(own => own.Instrument.Symbol, StringComparer.Ordinal)];
        if (found.Length == 0)
            return null;
        long sum = found.Sum(own => count(own.Tally));
        var start = new DateTime(first(found[0].Tally), DateTimeKind.Utc);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{sum:N0} of {bars:N0} bars ({100.0 * sum / bars:0.0}%), the first of {found[0].Instrument.Symbol} at {start:yyyy-MM-dd HH:mm}Z, {(sum == 1 ? "has" : "have")}");
    }
}
