using System.Text.Json.Nodes;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Results;
using CsCheck;

namespace Backtest.Tests;

/// <summary>A replay of all signals of a run gives the same run.</summary>
public sealed class ReplayTests : IDisposable
{
    private static readonly WorkflowManagerFactory Managers = new(new BarSources(), new Thrower(SampleFiles.Plugins));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("backtest-replay-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_replay_of_all_signals_of_a_run_is_the_run_to_the_last_bit()
    {
        int compared = 0;
        Gen.Select(SampleSpecs.Sets, Gen.Bool, Gen.OneOf(4_000, 1 << 20), Gen.Bool).Sample((specs, isCsv, chunkBytes, takesEveryTurn) =>
        {
            if (Run(Read(specs[0], isCsv)) is not { Result.Status: RunStatus.Completed } full)
                return; // it was refused, or its strategies threw, which is not a signal
            Recorded replay = Run(Replaying(full), new RunOptions { ChunkBytes = chunkBytes, TakesEveryTurn = takesEveryTurn })!;

            Assert.Equal(full.Rows, replay.Rows);
            Assert.Equal(full.Result.EventStreamHash, replay.Result.EventStreamHash);
            Assert.Equal(full.Result.FinalEquity, replay.Result.FinalEquity);
            Assert.DoesNotContain(replay.Result.Warnings, warning => warning.Code is "foreign_times" or "foreign_symbols" or "other_data");
            compared++;
        }, iter: 25, threads: 1);
        Assert.True(compared > 5);
    }

    [Fact]
    public void A_replay_of_what_a_run_ended_with_trades()
    {
        Recorded signals = Run(Read(new SampleSpec("first-run", []), isCsv: true) with { Workflow = Workflows.Signals })!;
        Recorded full = Run(Read(new SampleSpec("first-run", []), isCsv: true))!;

        // The strategy never reads its position, so it gives the same signals without one.
        Assert.Equal(full.Result.FinalEquity, Run(Replaying(signals with { Config = full.Config }))!.Result.FinalEquity);
        Assert.DoesNotContain(signals.Result.Warnings, warning => warning.Code == "reads_position");
    }

    [Fact]
    public void Returns_after_each_signal_are_those_of_the_prices()
    {
        int[] horizons = [1, 3, 30];
        WorkflowConfig config = Read(new SampleSpec("hierarchy", ["data.end=2004-12-31", "classifiers.hmm.parameters.refit=0"]), isCsv: true);
        Recorded run = Run(config with { Workflow = Workflows.Signals, Signals = new SignalsConfig { Horizons = horizons } })!;
        Prices prices = Prices.Read(Path.Combine(Path.GetDirectoryName(config.File)!, "data", "spx-daily.csv"), "2004-12-31");
        IReadOnlyDictionary<string, string>[] rows = [.. Cells(Path.Combine(run.Folder, "signals.csv"))];

        int measured = 0;
        foreach (IReadOnlyDictionary<string, string> row in rows)
        {
            bool isMeasured = row["action"] == "enter" && row["outcome"] == "observed";
            int sign = row["direction"] == "long" ? 1 : -1;
            int at = prices.Days.IndexOf(row["bar"][..10]);
            foreach (int horizon in horizons)
            {
                if (!isMeasured || at + horizon >= prices.Days.Count)
                {
                    Assert.Equal(("", "", ""), (row[$"return_{horizon}"], row[$"mfe_{horizon}"], row[$"mae_{horizon}"]));
                    continue;
                }

                double entry = prices.Open[at + 1];
                double[] ways =
                [
                    sign * (prices.High.GetRange(at + 1, horizon).Max() / entry - 1), sign * (prices.Low.GetRange(at + 1, horizon).Min() / entry - 1),
                ];
                Assert.Equal(sign * (prices.Close[at + horizon] / entry - 1), Number(row[$"return_{horizon}"]), 12);
                Assert.Equal(ways.Max(), Number(row[$"mfe_{horizon}"]), 12);
                Assert.Equal(ways.Min(), Number(row[$"mae_{horizon}"]), 12);
                measured++;
            }
        }

        Assert.True(measured > 300);
        Assert.Equal(rows.Count(row => row["action"] == "enter" && row["outcome"] == "observed"), run.Signals!.Statistics
            .Where(statistic => statistic.Group == SignalGroup.All && statistic.Horizon == 1).Sum(statistic => statistic.Signals));
        Assert.Contains(run.Signals.Statistics, statistic => statistic is { Group: SignalGroup.Regime, Regime: "bull", Measured: > 0 });
    }

    [Fact]
    public void What_few_agree_on_or_weighs_less_is_traded_less()
    {
        Recorded full = Run(Read(new SampleSpec("hierarchy", ["data.end=2004-12-31", "classifiers.hmm.parameters.refit=0"]), isCsv: true))!;
        WorkflowConfig all = Replaying(full);
        Recorded agreed = Run(all with { Signals = all.Signals! with { MinimumAgreement = 2 } })!;
        Recorded lighter = Run(all with
        {
            Signals = all.Signals! with { Strategies = new Dictionary<string, ReplayedStrategyConfig> { ["breakout"] = new() { Weight = 0.5 } } },
        })!;

        string[] entries = [.. Cells(Path.Combine(agreed.Folder, "signals.csv")).Where(row => row["action"] == "enter").Select(row => row["portfolio"])];
        Assert.DoesNotContain("aggressive", entries); // it has one strategy, and none agrees with it
        Assert.All(
            Cells(Path.Combine(lighter.Folder, "signals.csv")).Where(row => row["strategy"] == "breakout" && row["action"] == "enter"),
            row => Assert.Equal("0.5", row["strength"]));
        Assert.True(FirstEntry(lighter) < FirstEntry(full));

        static double FirstEntry(Recorded run) => Number(Cells(Path.Combine(run.Folder, "fills.csv")).First(row => row["strategy"] == "breakout")["quantity"]);
    }

    [Fact]
    public void Signals_on_other_data_are_told()
    {
        Recorded full = Run(Read(new SampleSpec("momentum-ranking", ["data.bars=700"]), isCsv: true))!;
        WorkflowConfig shorter = Read(new SampleSpec("momentum-ranking", ["data.bars=500", "data.symbols=[ALFA, BRAVO, CHARLIE]"]), isCsv: true);
        Recorded replay = Run(Replaying(full with { Config = shorter }))!;

        RunWarning symbols = Assert.Single(replay.Result.Warnings, warning => warning.Code == "foreign_symbols");
        RunWarning times = Assert.Single(replay.Result.Warnings, warning => warning.Code == "foreign_times");
        Assert.Contains("signals of strategy 'cross-sectional-momentum' of portfolio 'main' are for symbols that are not in the data, the first for '", symbols.Message);
        Assert.Contains("were given at times for which the data has no bar, the first at ", times.Message);
    }

    [Fact]
    public void A_strategy_nobody_recorded_is_refused()
    {
        Recorded full = Run(Read(new SampleSpec("first-run", []), isCsv: true))!;
        WorkflowConfig replay = Replaying(full);
        PortfolioConfig portfolio = replay.Portfolios[0];
        WorkflowConfig renamed = replay with { Portfolios = [portfolio with { Strategies = [portfolio.Strategies[0] with { Name = "sma-crossing" }] }] };

        InputError error = Assert.Single(Assert.Throws<InputException>(() => Execute(renamed, new RunOptions())).Errors);
        Assert.Equal(("no_signals_of_strategy", "portfolios.main.strategies.sma-crossing"), (error.Code, error.Key));
        Assert.StartsWith("Did you mean 'sma-cross'?", error.Fix, StringComparison.Ordinal);
    }

    private static double Number(string cell) => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The rows of a table whose cells may be quoted.</summary>
    private static IEnumerable<IReadOnlyDictionary<string, string>> Cells(string file)
    {
        string[][] lines = [.. File.ReadLines(file).Select(Split)];
        return lines[1..].Select(line => lines[0].Zip(line).ToDictionary(pair => pair.First, pair => pair.Second));

        // A comma between two quotes is part of its cell.
        static string[] Split(string line)
        {
            string marked = string.Join('"', line.Split('"').Select((part, i) => i % 2 == 0 ? part.Replace(',', '\0') : part));
            return marked.Split('\0');
        }
    }

    private static BacktestResult Execute(WorkflowConfig config, RunOptions options) =>
        new Coordinator(Managers).ExecuteWorkflowAsync(config, options, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    private static WorkflowConfig Replaying(Recorded full) => full.Config with
    {
        Workflow = Workflows.Replay,
        Signals = new SignalsConfig { From = full.Folder },
        Recorded = SignalFiles.Read(full.Folder),
    };

    private WorkflowConfig Read(SampleSpec spec, bool isCsv)
    {
        WorkflowConfig config = SampleFiles.Read(spec.Sample, spec.Changes);
        return config with { Output = config.Output with { Directory = _folder.FullName, Tables = isCsv ? TableFormat.Csv : TableFormat.Parquet } };
    }

    /// <summary>Executes and records a run, or returns <see langword="null"/> if it is refused.</summary>
    private static Recorded? Run(WorkflowConfig config, RunOptions? options = null)
    {
        var record = new RunRecord { Config = new JsonObject(), ConfigHash = "0123456789abcdef" };
        var rows = new RowsRecorder();
        using var folder = new RunFolderRecorder(record with { Config = Configuration.ConfigJson.Write(config) }, TimeProvider.System);
        using var signals = new SignalFolderRecorder(record, TimeProvider.System);
        bool endsWithSignals = config.Workflow == Workflows.Signals;
        try
        {
            BacktestResult result = Execute(config, (options ?? new RunOptions()) with { Recorder = new Both(rows, endsWithSignals ? signals : folder) });
            return new Recorded(config, result, rows.Text, (endsWithSignals ? signals.Folder : folder.Folder)!, signals.Report);
        }
        catch (InputException)
        {
            return null;
        }
    }

    private sealed record Recorded(WorkflowConfig Config, BacktestResult Result, string Rows, string Folder, SignalReport? Signals);

    /// <summary>Passes a run to two recorders.</summary>
    private sealed class Both(IRunRecorder one, IRunRecorder other) : IRunRecorder
    {
        public void Begin(RunDescription run)
        {
            one.Begin(run);
            other.Begin(run);
        }

        public void Record(RunJournal journal)
        {
            one.Record(journal);
            other.Record(journal);
        }

        public void End(BacktestResult result)
        {
            one.End(result);
            other.End(result);
        }
    }

    /// <summary>The prices of a file, read without the project's own reader.</summary>
    private sealed record Prices(List<string> Days, List<double> Open, List<double> High, List<double> Low, List<double> Close)
    {
        public static Prices Read(string file, string last)
        {
            var prices = new Prices([], [], [], [], []);
            foreach (string[] cells in File.ReadLines(file).Skip(1).Select(line => line.Split(',')))
            {
                if (string.CompareOrdinal(cells[0], last) > 0)
                    break;
                prices.Days.Add(cells[0]);
                prices.Open.Add(Number(cells[1]));
                prices.High.Add(Number(cells[2]));
                prices.Low.Add(Number(cells[3]));
                prices.Close.Add(Number(cells[4]));
            }

            return prices;
        }
    }
}
