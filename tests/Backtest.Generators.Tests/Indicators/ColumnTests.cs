using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The loop generated for a partial indicator class.</summary>
public sealed class ColumnTests
{
    private const string Plain = """
        namespace Sample;

        public sealed partial class Halves : ISeriesIndicator<double>
        {
            public bool IsReady { get; private set; }

            public double Undefined => double.NaN;

            public double Update(double value)
            {
                IsReady = true;
                return value / 2;
            }

            public void Reset() => IsReady = false;
        }
        """;

    [Fact]
    public void Loop()
    {
        GeneratorRun run = GeneratorRun.On(Plain);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerComplaints);
        Snapshot.Verify(run.Text);
    }

    [Fact]
    public void A_class_that_is_not_partial_is_left_as_it_is() =>
        Assert.Empty(GeneratorRun.On(Plain.Replace("partial ", "", StringComparison.Ordinal)).Files);

    [Fact]
    public void A_contract_implemented_explicitly_is_called_through_it()
    {
        GeneratorRun run = GeneratorRun.On(
            Plain.Replace("public double Update", "double ISeriesIndicator<double>.Update", StringComparison.Ordinal));

        Assert.Empty(run.CompilerComplaints);
        Assert.Contains("((ISeriesIndicator<double>)this).Update(inputs[row])", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_of_the_authors_own_is_kept()
    {
        string own = """
            ISeriesIndicator<double>, Backtest.Abstractions.Runtime.ISeriesColumn<double>
            {
                public void Update(ReadOnlySpan<double> inputs, Span<double> values, ref int done) => done += values.Length;

            """;
        Assert.Empty(GeneratorRun.On(Plain.Replace("ISeriesIndicator<double>\n{", own, StringComparison.Ordinal)).Files);
    }

    [Fact]
    public void An_unrelated_edit_writes_nothing_again()
    {
        GeneratorRun run = GeneratorRun.On(Plain).With(0, source => source.Replace("value / 2", "value / 2.0", StringComparison.Ordinal));

        Assert.All(run.Reasons["Columns.Models"], reason => Assert.True(
            reason is Microsoft.CodeAnalysis.IncrementalStepRunReason.Cached or Microsoft.CodeAnalysis.IncrementalStepRunReason.Unchanged));
    }

    [Fact]
    public void What_throws_within_a_column_is_known_by_its_row()
    {
        var bars = new BarSeries(new Instrument { Symbol = "A" }, Timeframe.Day, index: 0, hasVolume: false);
        foreach (double close in (double[])[1, 2, 3, -1, 5])
            bars.Append(0, 1, close, 9, 0, close, 0, 0);
        IBarColumn<double> zone = new Zone(9);
        int done = 1;

        Assert.Throws<ArgumentOutOfRangeException>(() => zone.Update(bars, 1, new double[4], ref done));
        Assert.Equal(3, done);
    }
}
