using Backtest.Configuration;
using Backtest.Engine;

namespace Backtest.Tests;

public sealed class RunFileTests
{
    [Fact]
    public void A_path_by_finer_bars_says_which_and_what_else()
    {
        ExecutionConfig full = RunFiles.Parse(RunFiles.Least + "\nexecution: {path: {type: finer_bars, timeframe: 1m, otherwise: optimistic}}").Execution;
        ExecutionConfig word = RunFiles.Parse(RunFiles.Least + "\nexecution: {path: finer_bars}").Execution;

        Assert.Equal((Timeframe.Minute, "optimistic"), (full.FinerBars!.Timeframe!.Value, full.FinerBars.Otherwise.Type));
        Assert.Equal(((Timeframe?)null, "pessimistic"), (word.FinerBars!.Timeframe, word.FinerBars.Otherwise.Type));
        Assert.Null(RunFiles.Parse(RunFiles.Least).Execution.FinerBars);
    }

    [Fact]
    public void A_container_holds_strategies_and_a_strategy_does_not()
    {
        StrategyConfig net = RunFiles.Parse(RunFiles.Contained).Portfolios[0].Strategies[0];

        Assert.Equal(["momentum", "inner"], net.Strategies!.Select(member => member.Name));
        Assert.Equal(["SPX"], net.Symbols);
        Assert.Equal("sma-cross", Assert.Single(net.Strategies![1].Strategies!).Name);
        Assert.Null(net.Strategies[0].Strategies);
    }

    [Fact]
    public void Corporate_actions_are_named_and_adjusted_for()
    {
        BarSourceOptions data = RunFiles.Parse(RunFiles.Changed("spx.csv}", "spx.csv, actions: actions.csv, adjustment: splits}")).Data[0];

        Assert.Equal(("actions.csv", PriceAdjustment.Splits), (data.Actions, data.Adjustment));
        Assert.Equal(PriceAdjustment.None, RunFiles.Parse(RunFiles.Full).Data[0].Adjustment);
    }

    [Fact]
    public void Every_key_of_the_full_file_is_effective()
    {
        WorkflowConfig config = RunFiles.Parse(RunFiles.Full);
        Assert.Equal(("backtest", "hierarchy", 42UL, "samples/run.yaml"), (config.Workflow, config.Name, config.Seed, config.File));

        BarSourceOptions.Csv data = Assert.IsType<BarSourceOptions.Csv>(Assert.Single(config.Data));
        Assert.Equal(("csv", "data/spx-daily.csv", "samples", "UTC"), (data.Source, data.Path, data.BaseDirectory, data.TimeZone));
        Assert.Equal(["SPX"], data.Symbols);
        Assert.Equal(Timeframe.Day, data.Timeframe);
        Assert.Equal((new DateOnly(2000, 1, 1), new DateOnly(2020, 4, 17)), (data.Start, data.End));
        Assert.Equal(new DateOnly(2002, 1, 1), config.TradeFrom);
        Assert.False(data.IsStampedAtEnd || data.SkipsBadRows);
        Assert.Empty(data.Columns);

        Assert.Equal(new Instrument { Symbol = "SPX", Currency = "USD", TickSize = 0.01m, Calendar = "none" }, Assert.Single(config.Instruments));

        ClassifierConfig classifier = Assert.Single(config.Classifiers);
        Assert.Equal(("hmm", "hmm", "SPX"), (classifier.Name, classifier.Type, classifier.Reference));
        Assert.Equal("3", ((ParameterScalar)classifier.Parameters["states"]!).Text);

        PortfolioConfig portfolio = Assert.Single(classifier.Portfolios);
        Assert.Equal(
            ("conservative", 300_000m, "USD", 1m, false),
            (portfolio.Name, portfolio.Capital, portfolio.Currency, portfolio.Leverage, portfolio.RejectsInsufficient));
        Assert.Equal("standard", portfolio.Risk.Type);
        Assert.Equal(["sizer", "limits", "by_regime"], portfolio.Risk.Parameters.Entries.Select(entry => entry.Key));
        Assert.Equal(["momentum", "mean-reversion"], portfolio.Strategies.Select(strategy => strategy.Name));
        Assert.Equal(["SPX"], portfolio.Strategies[0].Symbols);
        Assert.Null(portfolio.Strategies[0].ActiveIn);
        Assert.Equal(["neutral", "bull"], portfolio.Strategies[1].ActiveIn!);
        Assert.False(portfolio.Strategies[1].ClosesOnLeave);
        Assert.Empty(config.Portfolios);

        Assert.False(config.Execution.FillsAtClose || config.Execution.StopsOnFault || config.Execution.ClosesAtEnd);
        Assert.Equal(new SlippageConfig.BasisPoints(1), config.Execution.Slippage);
        Assert.Equal(new CommissionConfig.PerShare(0.005m, 1m, 0.005m), config.Execution.Commission);
        Assert.Equal(0.1m, config.Execution.VolumeLimit);
        Assert.Equal(new MetricsConfig { PeriodsPerYear = 252 }, config.Metrics);
        Assert.Equal(["./my-plugins"], config.PluginFolders);
        Assert.Equal(new OutputConfig { Tables = TableFormat.None, Equity = EquityFrequency.Daily }, config.Output);
    }

    [Fact]
    public void Strategies_and_classifiers_may_have_a_timeframe_of_their_own()
    {
        WorkflowConfig config = RunFiles.Parse(RunFiles.Full
            .Replace("type: mean-reversion, active_in", "type: mean-reversion, timeframe: 1w, active_in", StringComparison.Ordinal)
            .Replace("    reference: SPX", "    timeframe: 2d\n    reference: SPX", StringComparison.Ordinal));

        Assert.Equal(new Timeframe(2, 'd'), config.Classifiers[0].Timeframe);
        Assert.Equal([null, new Timeframe(1, 'w')], config.Classifiers[0].Portfolios[0].Strategies.Select(strategy => strategy.Timeframe));
    }

    [Fact]
    public void Parameters_may_differ_in_a_regime_or_from_a_day_on()
    {
        IReadOnlyList<StrategyConfig> strategies = RunFiles.Parse(RunFiles.Switching).Classifiers[0].Portfolios[0].Strategies;

        Assert.Equal(
            [("bull", 2, 1), ("bear", 1, 0.25)],
            strategies[0].ByRegime!.Select(differing => (differing.Regime, differing.Parameters.Entries.Count, differing.Weight)));
        Assert.Null(strategies[0].ByDate);
        Assert.Equal(
            [(new DateOnly(2001, 1, 2), 1, null), (new DateOnly(2003, 1, 2), 0, null), (new DateOnly(2004, 1, 2), 1, "bull")],
            strategies[1].Strategies![0].ByDate!.Select(dated => (dated.From, dated.Parameters.Entries.Count, dated.ByRegime?.Single().Regime)));
    }

    [Fact]
    public void Keys_left_out_have_their_defaults()
    {
        WorkflowConfig config = RunFiles.Parse(RunFiles.Least);
        Assert.Equal(("run", 0UL), (config.Name, config.Seed));
        BarSourceOptions.Csv data = Assert.IsType<BarSourceOptions.Csv>(config.Data[0]);
        Assert.Equal(("csv", (Timeframe?)null, "UTC"), (data.Source, data.Timeframe, data.TimeZone));
        Assert.Empty(config.Data[0].Symbols);
        Assert.Equal(1, config.Portfolios[0].Leverage);
        StrategyConfig strategy = config.Portfolios[0].Strategies[0];
        Assert.Equal("sma-cross", strategy.Name);
        Assert.Empty(strategy.Symbols);
        Assert.Equal(new ExecutionConfig() with { Position = config.Execution.Position }, config.Execution);
        Assert.Equal(new OutputConfig(), config.Output);
    }

    [Theory]
    [InlineData("execution: {fill: close}")]
    [InlineData("execution: {on_fault: stop}")]
    [InlineData("execution: {on_ruin: continue}")]
    [InlineData("execution: {at_end: close}")]
    public void Other_words_of_a_choice_are_effective(string text)
    {
        ExecutionConfig execution = RunFiles.Parse(RunFiles.With(text)).Execution;
        Assert.Single(new[] { execution.FillsAtClose, execution.StopsOnFault, execution.ContinuesOnRuin, execution.ClosesAtEnd }, chosen => chosen);
    }

    [Theory]
    [InlineData("10 sessions")]
    [InlineData("1 session")]
    [InlineData("14d")]
    [InlineData("2w")]
    [InlineData("never")]
    public void A_silence_is_sessions_or_a_length_of_time_or_never_too_long(string text)
    {
        ExecutionConfig execution = RunFiles.Parse(RunFiles.With($"execution: {{delisted_after: {text}, delisting_return: -0.3}}")).Execution;

        Assert.Equal((text, -0.3m), (execution.DelistedAfter.ToString(), execution.DelistingReturn));
    }

    [Fact]
    public void Reject_is_the_other_way_with_too_little_money()
    {
        WorkflowConfig config = RunFiles.Parse(
            RunFiles.Changed("capital: 1000", "capital: 1000\n    insufficient: reject\n    leverage: 2.5"));
        Assert.Equal((true, 2.5m), (config.Portfolios[0].RejectsInsufficient, config.Portfolios[0].Leverage));
    }

    [Fact]
    public void Costs_may_be_none_or_a_share_of_the_trade()
    {
        Assert.Equal(new SlippageConfig.None(), RunFiles.Parse(RunFiles.With("execution: {slippage: none}")).Execution.Slippage);
        Assert.Equal(new SlippageConfig.None(), RunFiles.Parse(RunFiles.With("execution: {slippage: {type: none}}")).Execution.Slippage);
        Assert.Equal(
            new CommissionConfig.Percent(0.001m),
            RunFiles.Parse(RunFiles.With("execution: {commission: {type: percent, value: 0.001}}")).Execution.Commission);
    }

    [Fact]
    public void Synthetic_bars_take_their_seed_from_the_run_unless_told()
    {
        const string Keys = "data: {source: synthetic, bars: 10, first_day: 2001-02-03, price: 50, drift: 0.001, volatility: 0.02";
        WorkflowConfig config = RunFiles.Parse("seed: 7\n" + RunFiles.Changed("data: {path: spx.csv}", Keys + "}"));
        Assert.Equal(
            new SyntheticBars { Bars = 10, Start = new DateOnly(2001, 2, 3), Price = 50, Drift = 0.001, Volatility = 0.02, Seed = 7 },
            Assert.IsType<BarSourceOptions.Synthetic>(config.Data[0]).Bars);
        WorkflowConfig own = RunFiles.Parse("seed: 7\n" + RunFiles.Changed("data: {path: spx.csv}", Keys + ", seed: 8}"));
        Assert.Equal(8UL, Assert.IsType<BarSourceOptions.Synthetic>(own.Data[0]).Bars.Seed);
    }

    [Fact]
    public void A_synthetic_market_is_read()
    {
        SyntheticBars bars = Assert.IsType<BarSourceOptions.Synthetic>(RunFiles.Parse(RunFiles.Changed(
            "data: {path: spx.csv}",
            "data: {source: synthetic, correlation: 0.4, gap: 0.01, missing: 0.02, jumps: {rate: 0.1, size: 0.05}, "
            + "regimes: [{drift: 0.001, volatility: 0.01, length: 300}]}")).Data[0]).Bars;
        Assert.Equal((0.4, 0.01, 0.02, new SyntheticJumps(0.1, 0.05)), (bars.Correlation, bars.Gap, bars.Missing, bars.Jumps));
        Assert.Equal([new SyntheticRegime(0.001, 0.01, 300)], bars.Regimes);
    }

    [Fact]
    public void How_a_file_is_written_is_read()
    {
        BarSourceOptions.Csv data = Assert.IsType<BarSourceOptions.Csv>(RunFiles.Parse(RunFiles.Changed(
            "spx.csv}", "spx.csv, date_format: dd/MM/yyyy HH:mm, separator: semicolon, decimal: comma}")).Data[0]);
        Assert.Equal(("dd/MM/yyyy HH:mm", (char?)';', (bool?)true), (data.DateFormat, data.Separator, data.HasDecimalComma));
    }

    [Fact]
    public void Data_may_be_a_list_of_sources()
    {
        WorkflowConfig config = RunFiles.Parse(RunFiles.Changed(
            "data: {path: spx.csv}", "data: [{path: spx.csv, trade_from: 2001-01-02}, {source: synthetic, seed: 3, timeframe: 1h}]"));
        Assert.Equal([("data[0]", "csv"), ("data[1]", "synthetic")], config.Data.Select(source => (source.Key, source.Source)));
        Assert.Equal((3UL, new DateOnly(2001, 1, 2)), (Assert.IsType<BarSourceOptions.Synthetic>(config.Data[1]).Bars.Seed, config.TradeFrom!.Value));
    }

    [Fact]
    public void Mapped_columns_are_read()
    {
        WorkflowConfig config = RunFiles.Parse(
            RunFiles.Changed("spx.csv}", "spx.csv, stamp: end, bad_rows: skip, columns: {close: adjclose}}"));
        BarSourceOptions.Csv data = Assert.IsType<BarSourceOptions.Csv>(config.Data[0]);
        Assert.Equal("adjclose", Assert.Single(data.Columns, column => column.Key == "close").Value);
        Assert.True(data.IsStampedAtEnd && data.SkipsBadRows);
    }

    [Fact]
    public void Parameters_keep_their_places()
    {
        WorkflowConfig config = RunFiles.Parse(RunFiles.Full);
        ParameterEntry states = config.Classifiers[0].Parameters.Find("states")!;
        Assert.Equal(new SourcePosition("samples/run.yaml", 24, 18), states.KeyPosition);
        Assert.Equal(new SourcePosition("samples/run.yaml", 24, 26), states.Value.Position);
    }

    [Theory]
    [InlineData("[{t: 2024-01-02, o: 1}]", "found a list, expected a map of keys and values")]
    [InlineData("Date;Open;High", "found the text 'Date;Open;High', expected a map of keys and values")]
    public void What_is_no_map_is_told_to_be_no_run_file(string text, string message)
    {
        InputError error = Assert.Single(Assert.Throws<InputException>(() => RunFile.Parse(text, "bars.json")).Errors);
        Assert.Equal(("not_a_run_file", message, 1), (error.Code, error.Message, error.Position.Line));
    }

    [Theory]
    [InlineData("bars.xlsx", "Save the bars as CSV")]
    [InlineData("bars.parquet", "Save the bars as CSV")]
    [InlineData("bars.csv", "backtest data info ")]
    public void Files_of_bars_are_told_from_run_files_by_their_names(string name, string fix)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("backtest-").FullName, name);
        try
        {
            File.WriteAllText(path, "name: first");
            InputError error = Assert.Single(Assert.Throws<InputException>(() => RunFile.Load(path)).Errors);
            Assert.Equal("not_a_run_file", error.Code);
            Assert.Contains(fix, error.Fix, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Fact]
    public void File_that_is_not_there_is_an_error()
    {
        InputException exception = Assert.Throws<InputException>(() => RunFile.Load("nowhere/run.yaml"));
        Assert.StartsWith("nowhere/run.yaml: the run file does not exist", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_is_read_with_its_overrides()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, RunFiles.Full);
            WorkflowConfig config = RunFile.Load(path, ["seed=43"]);
            Assert.Equal((43UL, Path.GetDirectoryName(path)), (config.Seed, config.Data[0].BaseDirectory));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_LEAN_folder_is_read_as_the_file_says()
    {
        BarSourceOptions.Lean data = Assert.IsType<BarSourceOptions.Lean>(Assert.Single(RunFiles.Parse(RunFiles.Changed(
            "{path: spx.csv}", "{source: lean, path: Data, asset: crypto, market: kraken, kind: quote, dividends: factors, splits: factors, session: all, timeframe: 1m}")).Data));
        Assert.Equal(
            (LeanAsset.Crypto, "kraken", LeanKind.Quotes, LeanDividends.Factors, LeanSplits.Factors),
            (data.Asset, data.Market, data.Kind, data.Dividends, data.Splits));
        Assert.Equal(("lean", "Data", SessionHours.All), (data.Source, data.Path, data.Session));
    }

    [Fact]
    public void A_calendar_is_of_all_symbols_or_of_one()
    {
        BarSourceOptions.Csv data = Assert.IsType<BarSourceOptions.Csv>(Assert.Single(RunFiles.Parse(
            RunFiles.Changed("{path: spx.csv}", "{path: spx.csv, calendar: XNYS}") + "\ninstruments: {FTSE: {calendar: XLON}, SPX: {}}").Data));
        Assert.Equal("XNYS", data.Calendar);
        Assert.Equal([KeyValuePair.Create("FTSE", "XLON")], data.Calendars);
    }
}
