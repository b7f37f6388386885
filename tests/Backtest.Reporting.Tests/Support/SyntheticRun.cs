using System.Globalization;

namespace Backtest.Tests;

/// <summary>Runs on synthetic minute bars, of any length.</summary>
internal static class SyntheticRun
{
    /// <summary>The text of a run in which a portfolio trades a moving-average crossover.</summary>
    /// <param name="bars">The number of bars.</param>
    /// <param name="slow">The period of the slow average, in bars; the run makes about one trade per period.</param>
    public static string Text(int bars, int slow = 60) => string.Create(CultureInfo.InvariantCulture, $$$"""
        name: minutes
        seed: 3
        data: {source: synthetic, symbols: [ALPHA], timeframe: 1m, bars: {{{bars}}}, first_day: 2020-01-01, drift: 0, volatility: 0.0008}
        instruments:
          ALPHA: {tick_size: 0.01}
        portfolios:
          - name: main
            capital: 100000
            risk:
              type: standard
              parameters:
                sizer: {type: percent_equity, value: 0.5}
            strategies:
              - type: sma-cross
                parameters: {fast: {{{slow / 3}}}, slow: {{{slow}}} }
        execution:
          slippage: {type: basis_points, value: 0.1}
        """);
}
