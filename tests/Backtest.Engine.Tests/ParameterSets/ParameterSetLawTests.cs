using System.Globalization;
using CsCheck;

namespace Backtest.Tests;

/// <summary>A run with several sets of parameters compared with runs that have one.</summary>
public sealed class ParameterSetLawTests
{
    [Fact]
    public void Signals_that_go_by_bars_alone_are_those_of_each_set_in_its_time() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 200].Array[1, 4], Gen.Bool, Gen.Int[0, 20_000]).Sample((seed, days, isStateless, chunkBytes) =>
        {
            int[] from = [.. days.Distinct().Order()];
            RecordedRun switched = Trading(seed, isStateless, set: 0)
                .WithFirst(portfolio => portfolio with { Strategies = [portfolio.Strategies[0] with { ByDate = [.. from.Select((day, i) => Set(day, i + 1))] }] })
                .Run(new RunOptions { ChunkBytes = chunkBytes });
            DateTime[] starts = [DateTime.MinValue, .. from.Select(day => TestBar.FirstDay.AddDays(day)), DateTime.MaxValue];

            string[] alone =
            [
                .. Enumerable.Range(0, from.Length + 1)
                    .SelectMany(set => Asked(Trading(seed, isStateless, set).Run()).Where(asked => asked.Bar >= starts[set].Ticks && asked.Bar < starts[set + 1].Ticks))
                    .Select(asked => asked.Signal),
            ];
            Assert.Equal(alone, Asked(switched).Select(asked => asked.Signal));
        }, iter: 60);

    [Fact]
    public void One_set_from_before_the_first_bar_is_a_run_with_its_parameters() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Bool).Sample((seed, isStateless) =>
        {
            Scenario switching = Trading(seed, isStateless, set: 0).WithFirst(portfolio => portfolio with
            {
                Strategies = [portfolio.Strategies[0] with { ByDate = [Set(-1, 1)] }],
            });

            Assert.Equal(Trading(seed, isStateless, set: 1).Run().Result.EventStreamHash, switching.Run().Result.EventStreamHash);
        }, iter: 40);

    /// <summary>Two symbols, and a strategy that enters and exits by its bar and its parameters, whatever its position.</summary>
    private static Scenario Trading(int seed, bool isStateless, int set)
    {
        Scenario scenario = Scenario.Of(Walk.Bars(seed, 200), Plan.Idle).WithBars("B", Walk.Bars(seed + 1, 150, first: 20, missing: 20));
        scenario.Plugins.Add("main", new ScriptedStrategy(Plan.Idle)
        {
            IsStateless = isStateless,
            IsPure = isStateless,
            ByParameters = parameters => Walk.Trades(seed + int.Parse(((ParameterScalar)parameters["set"]!).Text, CultureInfo.InvariantCulture), rate: 9),
        });
        return scenario.WithFirst(portfolio => portfolio with { Strategies = [portfolio.Strategies[0] with { Parameters = Parameters.Of(("set", set)) }] });
    }

    private static DatedParametersConfig Set(int day, int set) => new()
    {
        From = DateOnly.FromDateTime(TestBar.FirstDay).AddDays(day),
        Parameters = Parameters.Of(("set", set)),
    };

    // The side of an exit is that of the position, and numbers are counted over all.
    private static IEnumerable<(long Bar, string Signal)> Asked(RecordedRun run) => run.Signals.Select(record => record.Signal).Select(record =>
        (record.BarStart, $"{record.Signal.Time:s} {record.Signal.Instrument.Symbol} {record.Signal.Action} {record.Signal.Strength} "
            + (record.Signal.Action == SignalAction.Enter ? $"{record.Signal.Direction} {record.Signal.Entry.Type} {record.Signal.Entry.Limit} {record.Signal.Entry.Stop}" : "")));
}
