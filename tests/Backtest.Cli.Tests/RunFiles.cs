namespace Backtest.Tests;

/// <summary>Small run files.</summary>
internal static class RunFiles
{
    /// <summary>One portfolio, one strategy, six hundred synthetic bars.</summary>
    public const string Small = """
        name: small
        seed: 7
        data: {source: synthetic, symbols: [AAA], bars: 600}
        portfolios:
          - name: main
            capital: 100000
            risk: {type: standard, parameters: {sizer: {type: fixed_quantity, value: 10}}}
            strategies:
              - {name: cross, type: sma-cross, parameters: {fast: 5, slow: 20}}
        output: {directory: out, tables: csv, report: false}
        """;

    /// <summary>Writes a run file.</summary>
    public static string Write(this TemporaryFolder folder, string content, string name = "run.yaml")
    {
        File.WriteAllText(folder.Combine(name), content);
        return name;
    }
}
