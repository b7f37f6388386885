using Backtest.Configuration;
using Backtest.Engine;

namespace Backtest.Tests;

/// <summary>Run files for tests.</summary>
public static class RunFiles
{
    /// <summary>The minimal run file.</summary>
    public const string Least = """
        data: {path: spx.csv}
        portfolios:
          - name: main
            capital: 1000
            risk: {type: standard}
            strategies: [{type: sma-cross}]
        """;

    /// <summary>A container with a strategy and another container in it.</summary>
    public const string Contained = """
        data: {path: spx.csv}
        portfolios:
          - name: main
            capital: 1000
            risk: {type: standard}
            strategies:
              - name: net
                type: netting
                symbols: [SPX]
                parameters: {needed: 2}
                strategies:
                  - {type: momentum, parameters: {lookback: 5}}
                  - {name: inner, type: netting, strategies: [{type: sma-cross}]}
        """;

    /// <summary>Strategies that switch parameters: by regime and, in a container, from a day on.</summary>
    public const string Switching = """
        data: {path: spx.csv}
        classifiers:
          - name: market
            type: hmm
            portfolios:
              - name: main
                capital: 1000
                risk: {type: standard}
                strategies:
                  - type: sma-cross
                    parameters: {fast: 10, slow: 50}
                    by_regime:
                      bull: {parameters: {fast: 5, slow: 20}}
                      bear: {parameters: {slow: 100}, weight: 0.25}
                  - name: net
                    type: netting
                    strategies:
                      - type: momentum
                        by_date:
                          - {from: 2001-01-02, parameters: {lookback: 5}}
                          - {from: 2003-01-02}
                          - {from: 2004-01-02, parameters: {lookback: 6}, by_regime: {bull: {parameters: {lookback: 7}}}}
        """;

    /// <summary>The example of the project's contract, with every key.</summary>
    public const string Full = """
        workflow: backtest
        name: hierarchy
        seed: 42

        data:
          source: csv
          path: data/spx-daily.csv
          symbols: [SPX]
          timeframe: 1d
          start: 2000-01-01
          end: 2020-04-17
          trade_from: 2002-01-01
          timezone: UTC
          stamp: start
          columns: {}
          bad_rows: fail

        instruments:
          SPX: {currency: USD, lot_size: 1, multiplier: 1, tick_size: 0.01, calendar: none}

        classifiers:
          - name: hmm
            type: hmm
            parameters: {states: 3}
            reference: SPX
            portfolios:
              - name: conservative
                capital: 300000
                currency: USD
                leverage: 1
                risk:
                  type: standard
                  parameters:
                    sizer: {type: percent_equity, value: 0.5}
                    limits: [{type: max_drawdown, value: 0.25, resume_after: 63}]
                    by_regime: {bear: {limits: [{type: max_exposure, value: 0.2}]}}
                strategies:
                  - {name: momentum, type: momentum, symbols: [SPX], parameters: {lookback: 20}}
                  - {name: mean-reversion, type: mean-reversion, active_in: [neutral, bull], on_leave: hold}
        portfolios: []

        execution:
          fill: next_open
          slippage: {type: basis_points, value: 1}
          commission: {type: per_share, value: 0.005, minimum: 1.00, maximum: 0.005}
          volume_limit: 0.10
          on_fault: isolate
          on_ruin: stop
          delisted_after: 10 sessions
          delisting_return: 0
          at_end: keep
        metrics: {risk_free_rate: 0, periods_per_year: 252}
        plugins: [./my-plugins]
        output: {directory: runs, tables: none, equity: daily, report: true}
        """;

    public static WorkflowConfig Parse(string text, params string[] overrides) => RunFile.Parse(text, "samples/run.yaml", overrides);

    public static string[] Errors(string text, params string[] overrides)
    {
        InputException exception = Assert.Throws<InputException>(() => Parse(text, overrides));
        return [.. exception.Errors.Select(error => error.ToString())];
    }

    public static string Error(string text, params string[] overrides) => Assert.Single(Errors(text, overrides));

    /// <summary>The minimal run file with lines added.</summary>
    public static string With(string more) => Least + "\n" + more;

    public static string Changed(string from, string to)
    {
        Assert.Contains(from, Least, StringComparison.Ordinal);
        return Least.Replace(from, to, StringComparison.Ordinal);
    }
}
