namespace Backtest.Tests.Commands;

/// <summary>Run files of small searches.</summary>
internal static class SweepFiles
{
    /// <summary>Writes <c>run.yaml</c>.</summary>
    public static void Write(string folder, string method, string slow = "values: [12, 20, 40]", int bars = 500) =>
        File.WriteAllText(Path.Combine(folder, "run.yaml"), $$"""
            workflow: sweep
            name: search
            data: {source: synthetic, symbols: [ACME], bars: {{bars}}, timeframe: 1d}
            portfolios:
              - name: main
                capital: 100000
                risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.5} } }
                strategies: [{name: cross, type: sma-cross, parameters: {fast: 3, slow: 10} }]
            search:
              parameters:
                fast: {path: portfolios.main.strategies.cross.parameters.fast, from: 2, to: 8, step: 2}
                slow: {path: portfolios.main.strategies.cross.parameters.slow, {{slow}} }
              method: {{method}}
              best: 2
            """);
}
