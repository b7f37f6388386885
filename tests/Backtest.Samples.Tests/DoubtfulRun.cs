using System.Globalization;
using Backtest.Configuration;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Fixtures.Scripted;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>A small run that does or does not raise a doubt: daily bars of one or several symbols, and a script.</summary>
internal sealed record DoubtfulRun
{
    private static readonly PluginSet Plugins = new([.. SampleFiles.Assemblies, typeof(ScriptedStrategy).Assembly]);

    /// <summary>The closes of each symbol; a bar opens at the previous close.</summary>
    public required IReadOnlyDictionary<string, double[]> Closes { get; init; }

    /// <summary>The steps of the script, in YAML.</summary>
    public string Steps { get; init; } = "";

    /// <summary>The strategies, or <see langword="null"/> for the script.</summary>
    public string? Strategies { get; init; }

    /// <summary>Keys of <c>data</c>.</summary>
    public string Data { get; init; } = "";

    /// <summary>Keys of <c>execution</c>.</summary>
    public string Execution { get; init; } = "commission: {type: percent, value: 0.00001}";

    /// <summary>Keys of the portfolio.</summary>
    public string Portfolio { get; init; } = "";

    /// <summary>The quantity of each entry.</summary>
    public int Quantity { get; init; } = 10;

    /// <summary>The volume of every bar.</summary>
    public int Volume { get; init; } = 1_000_000;

    /// <summary>The ratio by which bar 5 opens below the previous close, or 1 for no gap.</summary>
    public double Gap { get; init; } = 1;

    /// <summary>The number of days missing between bars 4 and 5.</summary>
    public int Pause { get; init; }

    /// <summary>The classifier above the portfolio and its parameters, or empty for none.</summary>
    public string Classifier { get; init; } = "";

    /// <summary>The lines of an actions file, or empty for none.</summary>
    public string Actions { get; init; } = "";

    /// <summary>The header of the column of closes.</summary>
    public string CloseColumn { get; init; } = "close";

    /// <summary>Whether each bar consists of two finer ones, the first with its high and the second with its low.</summary>
    public bool HasFinerBars { get; init; }

    /// <summary>A line of the data file that is not a bar.</summary>
    public string BadLine { get; init; } = "";

    /// <summary>The number of trials in the ledger.</summary>
    public long? Trials { get; init; }

    /// <summary>Whether the run was audited.</summary>
    public bool? IsAudited { get; init; }

    /// <summary>A run on one symbol.</summary>
    public static DoubtfulRun On(IEnumerable<double> closes, params IEnumerable<string> steps) =>
        new() { Closes = new Dictionary<string, double[]> { ["AAA"] = [.. closes] }, Steps = string.Join(", ", steps) };

    /// <summary>Executes the run and returns its doubts.</summary>
    public async Task<IReadOnlyList<Doubt>> DoubtsAsync(string folder)
    {
        foreach ((string symbol, double[] closes) in Closes)
            await File.WriteAllLinesAsync(Path.Combine(folder, $"{symbol}.csv"), [$"date,open,high,low,{CloseColumn},volume", .. closes.Select((close, bar) => Line(bar, Open(closes, bar), close)), .. BadLine.Length > 0 ? [BadLine] : Array.Empty<string>()]);
        if (HasFinerBars)
        {
            Directory.CreateDirectory(Path.Combine(folder, "finer"));
            foreach ((string symbol, double[] closes) in Closes)
                await File.WriteAllLinesAsync(Path.Combine(folder, "finer", $"{symbol}.csv"), ["time,open,high,low,close,volume", .. closes.SelectMany((close, bar) => Halves(bar, Open(closes, bar), close))]);
        }

        if (Actions.Length > 0)
            await File.WriteAllTextAsync(Path.Combine(folder, "actions.csv"), Actions);
        string portfolio = $"{{name: main, capital: 10000, {(Portfolio.Length > 0 ? $"{Portfolio}, " : "")}risk: {{type: standard, parameters: {{sizer: {{type: fixed_quantity, value: {Quantity}}}}}}}, "
            + $"strategies: {Strategies ?? $"[{{type: scripted, parameters: {{steps: [{Steps}]}}}}]"}}}";
        string text = $$$"""
            name: doubtful
            data: {source: csv, path: "{symbol}.csv", symbols: [{{{string.Join(", ", Closes.Keys)}}}], timeframe: 1d{{{(Actions.Length > 0 ? ", actions: actions.csv" : "")}}}{{{(Data.Length > 0 ? $", {Data}" : "")}}}{{{(HasFinerBars ? ", finer_path: \"finer/{symbol}.csv\"" : "")}}} }
            {{{(Classifier.Length > 0 ? $"classifiers: [{{name: view, {Classifier}, portfolios: [{portfolio}]}}]" : $"portfolios: [{portfolio}]")}}}
            execution: { {{{Execution}}}{{{(HasFinerBars ? ", path: finer_bars" : "")}}} }
            output: {directory: runs, tables: csv}
            """;
        WorkflowConfig config = RunFile.Parse(text, Path.Combine(folder, "run.yaml"));
        config = config with { Output = config.Output with { Directory = Path.Combine(folder, "runs") } };
        var coordinator = new Coordinator(new WorkflowManagerFactory(new BarSources(), Plugins));
        using var recorder = new RunFolderRecorder(new RunRecord { Config = ConfigJson.Write(config), ConfigHash = ConfigJson.Hash(config) }, TimeProvider.System);
        await coordinator.ExecuteWorkflowAsync(config, new RunOptions { Recorder = recorder });
        var run = StoredRun.Open(recorder.Folder!);
        var bars = new DoubtBars(run);
        await coordinator.ObserveAsync(config, bars);
        return RunDoubts.Of(new DoubtFacts(run) { Bars = bars, FamilyTrials = Trials, IsAudited = IsAudited });
    }

    private string Line(int bar, double open, double close) => string.Create(
        CultureInfo.InvariantCulture,
        $"{new DateTime(2020, 1, 1).AddDays(bar + (bar >= 5 ? Pause : 0)):yyyy-MM-dd},{open},{Math.Max(open, close) + 0.5},{Math.Min(open, close) - 0.5},{close},{Volume}");

    private double Open(double[] closes, int bar) => (bar == 0 ? closes[0] : closes[bar - 1]) / (bar == 5 ? Gap : 1);

    private string[] Halves(int bar, double open, double close)
    {
        DateTime day = new DateTime(2020, 1, 1).AddDays(bar + (bar >= 5 ? Pause : 0));
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} 00:00,{open},{Math.Max(open, close) + 0.5},{Math.Min(open, close)},{open},{Volume}"),
            string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} 12:00,{open},{Math.Max(open, close)},{Math.Min(open, close) - 0.5},{close},{Volume}"),
        ];
    }
}
