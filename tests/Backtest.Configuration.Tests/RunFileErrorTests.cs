namespace Backtest.Tests;

public sealed class RunFileErrorTests
{
    [Theory]
    [InlineData(
        "executoin: {}", "executoin: 'executoin' is not known here.\n  Did you mean 'execution'? Allowed here: workflow, name, seed,")]
    [InlineData("execution: {path: {type: finer_bars, timefram: 1m}}", "execution.path.timefram: 'timefram' is not known here.\n  Did you mean 'timeframe'?")]
    [InlineData("execution: {path: {type: pessimistic, timeframe: 1m}}", "execution.path.timeframe: 'timeframe' is not a key of 'type: pessimistic'; it belongs to 'type: finer_bars'")]
    [InlineData("execution: {path: {type: finer_bars, parameters: {timeframe: 1m}}}", "execution.path.parameters: 'parameters' is not a key of 'type: finer_bars'")]
    [InlineData("execution: {fil: close}", "execution.fil: 'fil' is not known here.\n  Did you mean 'fill'?")]
    [InlineData("output: {table: csv}", "output.table: 'table' is not known here.\n  Did you mean 'tables'?")]
    [InlineData("instruments: {SPX: {lot: 1}}", "instruments.SPX.lot: 'lot' is not known here.")]
    [InlineData("execution: {commission: {type: per_share, value: 1, min: 1}}", "execution.commission.min: 'min' is not known here.")]
    public void Unknown_key_is_told_with_the_one_probably_meant(string text, string error) =>
        Assert.StartsWith($"samples/run.yaml:7: {error}", RunFiles.Error(RunFiles.With(text)), StringComparison.Ordinal);

    [Fact]
    public void A_price_that_is_kept_in_its_bar_has_nothing_to_wait_for() => Assert.Equal(
        "samples/run.yaml:7: execution.slippage.outside_bar: within_bar: true keeps every price inside its bar, so no order ever waits\n  Remove one of them.",
        RunFiles.Error(RunFiles.With("execution: {slippage: {type: fixed, value: 1, within_bar: true, outside_bar: waits}}")));

    [Fact]
    public void What_a_maximum_caps_is_refused_where_there_is_no_minimum() => Assert.Equal(
        "samples/run.yaml:7: execution.commission.capped: 'capped' needs both 'minimum' and 'maximum'\n"
        + "  Write both, such as minimum: 1, maximum: 0.005, or remove 'capped'.",
        RunFiles.Error(RunFiles.With("execution: {commission: {type: per_share, value: 1, maximum: 0.1, capped: above_minimum}}")));

    [Theory]
    [InlineData("by_regime: {bull: {parameter: {fast: 5}}}", "by_regime.bull.parameter: 'parameter' is not known here.\n  Did you mean 'parameters'?")]
    [InlineData("by_regime: {bull: {weight: 2}}", "by_regime.bull.weight: found 2, expected a number")]
    [InlineData("by_regime: [bull]", "by_regime: found a list, expected a map")]
    [InlineData("by_date: [{parameters: {fast: 5}}]", "by_date[0].from: 'from' is missing.")]
    [InlineData("by_date: [{from: 2001-02-30}]", "by_date[0].from: found '2001-02-30', expected a date")]
    [InlineData("by_date: [{from: 2001-02-01}, {from: 2001-01-31}]", "by_date[1].from: 2001-01-31 is not after 2001-02-01")]
    [InlineData("by_date: [{from: 2001-02-01}], by_regime: {bull: {weight: 1}}", "by_date: 'sma-cross' has both by_regime and by_date")]
    public void What_is_wrong_with_parameters_that_switch_is_told_with_its_line(string keys, string error)
    {
        string text = RunFiles.Error(RunFiles.Least.Replace("type: sma-cross", $"type: sma-cross, {keys}", StringComparison.Ordinal));

        Assert.StartsWith("samples/run.yaml:6: portfolios.main.strategies", text, StringComparison.Ordinal);
        Assert.Contains(error, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("daily", "1d")]
    [InlineData("1D", "1d")]
    [InlineData("5min", "5m")]
    [InlineData("M5", "5m")]
    [InlineData("H4", "4h")]
    [InlineData("1M", "1mo")]
    [InlineData("15 minutes", "15m")]
    [InlineData("weekly", "1w")]
    [InlineData("fortnight", "1d or 15m")]
    [InlineData("0d", "1d or 15m")]
    public void A_timeframe_as_others_call_it_is_told_as_it_is_written_here(string written, string mend) => Assert.Contains(
        $"{mend}.", RunFiles.Error(RunFiles.Contained, $"data.timeframe={written}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("strategies=[]", "portfolios.main.strategies.net.strategies: a container needs at least one strategy")]
    [InlineData("strategies=5", "portfolios.main.strategies.net.strategies: found '5', expected a list")]
    [InlineData("strategies.momentum.symbols=[SPX]", "'momentum' is in a container, but 'symbols' applies to the container as a whole")]
    [InlineData("strategies.momentum.active_in=[bull]", "'active_in' applies to the container as a whole")]
    [InlineData("strategies.momentum.by_regime={bull: {weight: 0.5}}", "'weight' applies to the container as a whole\n  Move 'weight' to 'net'.")]
    [InlineData("strategies.momentum.timeframe=1w", "Move 'timeframe' to 'net'.")]
    [InlineData("timeframe=weekly", "found 'weekly', expected a count with its unit: s, m, h, d, w, mo or q")]
    [InlineData("strategies.inner.on_leave=close", "'on_leave' applies to the container as a whole\n  Move 'on_leave' to 'net'.")]
    [InlineData("strategies.inner.strategies.sma-cross.symbols=[SPX]", "Move 'symbols' to 'net'.")]
    [InlineData("strategies.inner.name=momentum", "two strategies of 'net' are named 'momentum'")]
    [InlineData("strategies.inner.strategie=[]", "'strategie' is not known here.\n  Did you mean 'strategies'?")]
    public void What_is_wrong_with_a_container_is_told(string change, string error) => Assert.Contains(
        error, RunFiles.Error(RunFiles.Contained, $"portfolios.main.strategies.net.{change}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("start: 2000-01-03", "It belongs under 'data': move it there.")]
    [InlineData("slippage: none", "It belongs under 'execution': move it there.")]
    [InlineData("capital: 1000", "It belongs under 'portfolios': move it there.")]
    [InlineData("plugins: mine", "Write a list with one item: [mine].")]
    [InlineData("execution: {commission: 0.001}", "Write {type: percent, value: 0.001}.")]
    [InlineData("execution: {slippage: 5}", "Write {type: basis_points, value: 5}.")]
    [InlineData("execution: {volume_limit: '0.1'}", "Remove the quotes.")]
    [InlineData("metrics: {periods_per_year: '1,000'}", "Remove the quotes.")]
    [InlineData("metrics: {periods_per_year: 1 000}", "Write the number without separators: 1000.")]
    public void The_mend_is_what_to_write(string text, string mend) =>
        Assert.Contains(mend, RunFiles.Error(RunFiles.With(text)), StringComparison.Ordinal);

    [Fact]
    public void What_was_found_is_cut_off_where_it_is_long()
    {
        string error = RunFiles.Error(RunFiles.With($"seed: {new string('x', 5000)}"));
        Assert.InRange(error.Length, 80, 300);
    }

    [Theory]
    [InlineData("seed: many", "seed: found 'many', expected a whole number.")]
    [InlineData("seed: -1", "seed: found -1, expected a whole number of at least 0.")]
    [InlineData("workflow: nonsense", "workflow: found 'nonsense', expected one of backtest, signals, replay, sweep, research.")]
    [InlineData("name: a/b", "name: found 'a/b', expected letters, digits, '-' and '_'.")]
    [InlineData("execution: [1]", "execution: found a list, expected a map of keys and values.")]
    [InlineData("execution: {fill: open}", "execution.fill: found 'open', expected one of next_open, close.")]
    [InlineData("execution: {volume_limit: 0}", "execution.volume_limit: found 0, expected a number above 0, up to 1.")]
    [InlineData("execution: {volume_limit: 1.5}", "execution.volume_limit: found 1.5, expected a number above 0, up to 1.")]
    [InlineData("execution: {volume_limit: 10%}", "execution.volume_limit: found '10%', expected a number.")]
    [InlineData("execution: {on_ruin: go}", "execution.on_ruin: found 'go', expected one of stop, continue.")]
    [InlineData(
        "execution: {delisted_after: 10}",
        "execution.delisted_after: found '10', expected sessions of the symbol's calendar, a length of time, or never.")]
    [InlineData(
        "execution: {delisted_after: 999999999w}",
        "execution.delisted_after: found '999999999w', expected sessions of the symbol's calendar, a length of time, or never.")]
    [InlineData("execution: {delisting_return: -2}", "execution.delisting_return: found -2, expected a number of at least -1.")]
    [InlineData(
        "execution: {slippage: {type: almgren}}", "execution.slippage.shares_outstanding: 'shares_outstanding' is missing")]
    [InlineData("execution: {slippage: basis_points}", "execution.slippage.value: 'value' is missing.")]
    [InlineData("execution: {slippage: {value: 1}}", "execution.slippage.type: 'type' is missing.")]
    [InlineData(
        "execution: {slippage: {type: basis_points, value: -1}}", "execution.slippage.value: found -1, expected a number from 0 to 10000.")]
    [InlineData(
        "execution: {commission: {type: tiered, tiers: [{value: 1}, {value: 2}]}}", "execution.commission.tiers: tiers must ascend by 'up_to', and the last must have none")]
    [InlineData("execution: {commission: []}", "execution.commission: the list is empty.")]
    [InlineData("execution: {profile: zipline}", "execution.profile: found 'zipline', expected one of standard, pessimistic")]
    [InlineData(
        "execution: {profile: nautilus_adaptive, fill: next_open}", "execution.fill: profile nautilus_adaptive has fill: close, not next_open")]
    [InlineData(
        "execution: {commission: {type: percent, value: 5}}", "execution.commission.value: found 5, expected a number from 0 to 1.")]
    [InlineData(
        "execution: {commission: {type: percent, value: 0.1, minimum: 1}}",
        "execution.commission.minimum: 'minimum' is not a key of 'type: percent'; it belongs to 'type: per_share'.")]
    [InlineData("metrics: {periods_per_year: 0}", "metrics.periods_per_year: found 0, expected a number above 0.")]
    [InlineData("monte_carlo: {repetitions: 0}", "monte_carlo.repetitions: found 0, expected a whole number from 20 to 100000.")]
    [InlineData("monte_carlo: {reruns: 5}", "monte_carlo.reruns: found 5, expected a whole number from 20 to 100000.")]
    [InlineData("monte_carlo: {noise: 0}", "monte_carlo.noise: found 0, expected a number above 0.")]
    [InlineData("monte_carlo: {methods: [shuffle]}", "monte_carlo.methods[0]: found 'shuffle', expected one of trade_order, trades, returns, bars, noise, start, costs, delays.")]
    [InlineData("monte_carlo: {delays: [2, 2]}", "monte_carlo.delays: '2' is named more than once.")]
    [InlineData("monte_carlo: {delays: []}", "monte_carlo.delays: found an empty list, expected at least one delay.")]
    [InlineData("monte_carlo: {methods: []}", "monte_carlo.methods: found an empty list, expected at least one method.")]
    [InlineData("monte_carlo: {methods: [bars, bars]}", "monte_carlo.methods: 'bars' is named more than once.")]
    [InlineData("output: {tables: json}", "output.tables: found 'json', expected one of parquet, csv, none.")]
    [InlineData("output: {equity: weekly}", "output.equity: found 'weekly', expected one of every_turn, daily.")]
    [InlineData("output: {report: maybe}", "output.report: found 'maybe', expected true or false.")]
    [InlineData("instruments: {SPX: {lot_size: 0}}", "instruments.SPX.lot_size: found 0, expected a number above 0.")]
    [InlineData("instruments: {SPX: {calendar: [XNYS]}}", "instruments.SPX.calendar: found a list, expected text.")]
    [InlineData("plugins: [~]", "plugins[0]: found nothing, expected text.")]
    [InlineData("instruments: {SPX: 1}", "instruments.SPX: found '1', expected a map of keys and values.")]
    [InlineData("plugins: ./mine", "plugins: found './mine', expected a list.")]
    [InlineData("classifiers: [{name: hmm, type: hmm}]", "classifiers.hmm.portfolios: 'portfolios' is missing.")]
    public void Wrong_value_is_told_with_what_is_expected(string text, string error) =>
        Assert.StartsWith($"samples/run.yaml:7: {error}", RunFiles.Error(RunFiles.With(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("timeframe: 1month", "data.timeframe: found '1month', expected a count with its unit: s, m, h, d, w, mo or q.")]
    [InlineData("start: 01/02/2000", "data.start: found '01/02/2000', expected a date, year first.")]
    [InlineData("timezone: New York", "data.timezone: found 'New York', expected the IANA id of a time zone.")]
    [InlineData("columns: {closing: x}", "data.columns.closing: 'closing' is not known here.")]
    [InlineData("start: 2001-01-01, end: 2000-01-01", "data.end: the last day is before the first, data.start.")]
    [InlineData("trade_from: 2001-01-01, end: 2000-01-01", "data.trade_from: trading would begin after the last day, data.end.")]
    [InlineData("symbols: [A, B, A]", "data.symbols: 'A' appears twice.")]
    [InlineData("adjustment: split", "data.adjustment: found 'split', expected one of none, splits, all, as_source.\n  Did you mean 'splits'?")]
    [InlineData("session: none", "data.session: found 'none', expected one of all, regular, extended.\n  Write one of them.")]
    [InlineData("adjustment: all", "data.adjustment: a csv source has no splits or dividends to adjust prices for.")]
    [InlineData("adjustment: as_source", "data.adjustment: a csv source has no factors of its own; as_source is only for LEAN folders.")]
    [InlineData("symbols: A", "data.symbols: found 'A', expected a list.")]
    [InlineData("asset: crypto", "data.asset: 'asset' is not a key of 'source: csv'; it belongs to 'source: lean'.")]
    [InlineData("session: open", "data.session: found 'open', expected one of all, regular, extended.")]
    [InlineData("session: regular", "data: 'session' needs a calendar that defines the hours.")]
    [InlineData("bars: 10", "data.bars: 'bars' is not a key of 'source: csv'; it belongs to 'source: synthetic'.")]
    public void Wrong_data_is_told(string keys, string error) => Assert.StartsWith(
        $"samples/run.yaml:1: {error}", RunFiles.Error(RunFiles.Changed("spx.csv}", $"spx.csv, {keys}}}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("{}", "data.path: 'path' is missing: a csv source needs a file, a folder or a glob.")]
    [InlineData("{path: a.csv, parameters: {a: 1}}", "data.parameters: 'parameters' is not a key of 'source: csv'; it belongs to a bar source plugin.")]
    [InlineData("{source: oracle, stamp: end}", "data.stamp: 'stamp' is not a key of 'source: oracle'; it belongs to 'source: csv'.")]
    [InlineData("{source: synthetic, path: a.csv}", "data.path: 'path' is not a key of 'source: synthetic'; it belongs to 'source: csv', 'source: catalog', 'source: lean' or a bar source plugin.")]
    [InlineData("{source: catalog}", "data.path: 'path' is missing: a catalog needs its folder.")]
    [InlineData("{source: catalog, path: a, stamp: end}", "data.stamp: 'stamp' is not a key of 'source: catalog'; it belongs to 'source: csv'.\n  Remove it. The keys allowed there are source, path, symbols, timeframe, start, end, trade_from, actions, adjustment.")]
    [InlineData("{source: catalog, path: a, timezone: UTC}", "data.timezone: 'timezone' is not a key of 'source: catalog': a catalog stores the time zone its bars were imported with.")]
    [InlineData("{source: [csv], path: a.csv}", "data.source: found a list, expected text.")]
    [InlineData("5", "data: found '5', expected a map of keys and values.")]
    [InlineData("{source: catalog, path: a, tradefrom: 2001-01-01}", "data.tradefrom: 'tradefrom' is not known here.\n  Did you mean 'trade_from'?")]
    [InlineData("{source: lean}", "data.path: 'path' is missing: a lean source needs a data folder.")]
    [InlineData("{source: lean, path: Data, stamp: end}", "data.stamp: 'stamp' is not a key of 'source: lean'; it belongs to 'source: csv'.")]
    [InlineData("{source: lean, path: Data, timezone: UTC}", "data.timezone: 'timezone' is not a key of 'source: lean': a LEAN folder defines the time zones of its bars itself.")]
    [InlineData("{source: lean, path: Data, kind: bars}", "data.kind: found 'bars', expected one of trade, quote, both.")]
    [InlineData("{source: lean, path: Data, dividends: exact}", "data.dividends: found 'exact', expected one of cents, factors.")]
    [InlineData("{source: synthetic, bars: 0}", "data.bars: found 0, expected a whole number of at least 1.")]
    [InlineData("{source: synthetic, volatility: 1}", "data.volatility: found 1, expected a number from 0 to 0.15.")]
    public void Wrong_source_is_told(string data, string error) => Assert.StartsWith(
        $"samples/run.yaml:1: {error}", RunFiles.Error(RunFiles.Changed("{path: spx.csv}", data)), StringComparison.Ordinal);

    [Theory]
    [InlineData("capital: 1000", "capital: 0", "portfolios.main.capital: found 0, expected a number above 0.")]
    [InlineData("capital: 1000", "capital: -5", "portfolios.main.capital: found -5, expected a number above 0.")]
    [InlineData(
        "capital: 1000", "capital: 300_000", "portfolios.main.capital: found '300_000', expected a number.\n  Write the number without underscores")]
    [InlineData("capital: 1000", "capital: \"1000\"", "portfolios.main.capital: found the text \"1000\", expected a number.")]
    [InlineData("capital: 1000", "capital: 1\n    leverage: 0", "portfolios.main.leverage: found 0, expected a number above 0.")]
    [InlineData("capital: 1000", "insufficient: reduce", "portfolios.main.capital: 'capital' is missing.")]
    [InlineData("risk: {type: standard}", "leverage: 1", "portfolios.main.risk: 'risk' is missing.")]
    [InlineData("{type: standard}", "{}", "portfolios.main.risk.type: 'type' is missing.")]
    [InlineData("{type: sma-cross}", "{name: x}", "portfolios.main.strategies.x.type: 'type' is missing.")]
    [InlineData(
        "{type: sma-cross}", "{type: sma-cross, parameters: 5}", "portfolios.main.strategies[0].parameters: found '5', expected a map")]
    [InlineData("{type: sma-cross}", "", "a portfolio needs at least one strategy")]
    [InlineData("name: main", "name: total", "'total' is the name of the sum over all portfolios")]
    [InlineData("{type: sma-cross}", "{type: sma-cross}, {type: sma-cross}", "two strategies of the portfolio are named 'sma-cross'")]
    public void Wrong_portfolio_is_told(string from, string to, string error) =>
        Assert.Contains(error, RunFiles.Error(RunFiles.Changed(from, to)), StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "data: the list is empty.")]
    [InlineData("[{path: a.csv}, {path: b.csv, bars: 3}]", "data[1].bars: 'bars' is not a key of 'source: csv'; it belongs to 'source: synthetic'.")]
    [InlineData("[{path: a.csv, trade_from: 2001-01-02}, {path: b.csv, trade_from: 2001-01-03}]", "data: two sources have different days in trade_from.")]
    public void What_is_wrong_in_a_list_of_sources_is_told(string data, string error) => Assert.StartsWith(
        $"samples/run.yaml:1: {error}", RunFiles.Error(RunFiles.Changed("{path: spx.csv}", data)), StringComparison.Ordinal);

    [Fact]
    public void Portfolio_name_is_unique_in_the_whole_run()
    {
        string twice = RunFiles.Full.Replace("portfolios: []", RunFiles.Least.Split('\n', 2)[1], StringComparison.Ordinal)
            .Replace("name: main", "name: conservative", StringComparison.Ordinal);
        Assert.Contains("two portfolios are named 'conservative'", RunFiles.Error(twice), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_needs_a_portfolio() =>
        Assert.Contains("a run needs at least one portfolio", RunFiles.Error("data: {path: a.csv}"), StringComparison.Ordinal);

    [Fact]
    public void All_errors_are_told_at_once()
    {
        string[] errors = RunFiles.Errors(
            RunFiles.Changed("capital: 1000", "capital: -1\n    colour: red").Replace("path", "pat", StringComparison.Ordinal));
        Assert.Equal(4, errors.Length);
        Assert.Contains(
            errors, error => error.Contains("data.pat: 'pat' is not known here.\n  Did you mean 'path'?", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("data.path: 'path' is missing", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("portfolios.main.capital", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("portfolios.main.colour", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    public void File_without_keys_is_an_error(string text) =>
        Assert.Contains("expected a map of keys and values", RunFiles.Error(text), StringComparison.Ordinal);
}
