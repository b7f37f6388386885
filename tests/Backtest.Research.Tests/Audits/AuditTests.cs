using System.Globalization;
using Backtest.Research;

namespace Backtest.Tests.Audits;

/// <summary>What an audit reports, and what it does not.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task A_finding_says_where_the_runs_part_and_what_each_has_there()
    {
        AuditFinding found = (await Audited.RunAsync(Audited.Run("{type: peeking}"))).Findings[0];
        Assert.Contains("strategy peeking in main uses future data", found.Message, StringComparison.Ordinal);
        Assert.NotNull(found.Time);
        Assert.True(found.Time <= found.Cut, "Nothing after the cut may count.");
        Assert.Contains("with the future", found.Change, StringComparison.Ordinal);
        Assert.NotEmpty(found.Fix);
    }

    [Fact]
    public async Task A_leaking_indicator_is_named_with_what_reads_it()
    {
        AuditFinding found = (await Audited.RunAsync(Audited.Run("{type: trusting}"))).Findings[0];
        Assert.Equal("strategy trusting", found.ReadBy);
    }

    [Fact]
    public async Task Only_the_plugin_at_fault_is_named()
    {
        const string Follower = "{type: sma-cross, active_in: [rising], on_leave: close, parameters: {fast: 2, slow: 5}}";
        AuditReport report = await Audited.RunAsync(Audited.Classified("type: peeking-classifier", Follower));
        Assert.All(report.Findings, finding => Assert.Equal("peeking-classifier", finding.Plugin));
        Assert.NotEmpty(report.Findings);
    }

    [Fact]
    public async Task What_does_not_repeat_itself_is_not_accused_of_knowing_the_future()
    {
        AuditReport report = await Audited.RunAsync(Audited.Run("{type: unstable, parameters: {whim: chance}}"));
        Assert.All(report.Findings, finding => Assert.Equal(AuditFindingKind.Unstable, finding.Kind));
        Assert.Contains(report.NotJudged, reason => reason.Contains("look-ahead was not checked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_that_a_strategy_without_signals_cannot_be_judged()
    {
        AuditReport report = await Audited.RunAsync(Audited.Run("{type: sma-cross, parameters: {fast: 100, slow: 250}}", data: "bars: 120"));
        Assert.Contains("strategy sma-cross in main decided nothing", string.Join('\n', report.NotJudged), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_what_a_plugin_reads_by_itself_cannot_be_changed()
    {
        AuditReport report = await Audited.RunAsync(Audited.Run("{type: file-reader, parameters: {path: there-is-none.csv}}"));
        string unjudged = string.Join('\n', report.NotJudged);
        Assert.Contains("strategy file-reader, Backtest.Fixtures.Leaks, reads files (File.Exists", unjudged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_nothing_of_the_kind_about_plugins_that_come_with_the_tool()
    {
        AuditReport report = await Audited.RunSampleAsync("hierarchy", "data.end=2002-12-31", "classifiers.hmm.parameters.refit=0");
        Assert.DoesNotContain(report.NotJudged, reason => reason.Contains("the assembly of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_is_reported_and_what_came_before_it_is_judged()
    {
        AuditReport report = await Audited.RunAsync(Audited.Run("{type: leaving}, {type: peeking}"));
        Assert.True(report.IsFaulted);
        Assert.Contains(report.NotJudged, reason => reason.StartsWith("main stopped at 2000-", StringComparison.Ordinal));
        Assert.Equal("peeking", report.Findings[0].Plugin);
    }

    [Theory]
    [InlineData("{type: buy-and-hold}", 0)]
    [InlineData("{type: sma-cross, parameters: {fast: 3, slow: 8}}", 60)]
    public async Task Warm_up_is_remarked_on_where_decisions_need_bars_to_settle(string strategy, double most)
    {
        AuditReport report = await Audited.RunAsync(Audited.Run(strategy));
        AuditRemark? remark = report.Remarks.FirstOrDefault(remark => remark.Code == "warm_up");
        // Buy-and-hold acts only on the first bar, so a later start gives another entry and settles at once.
        Assert.InRange(remark?.Value ?? 0, 0, Math.Max(most, 1));
    }

    [Fact]
    public async Task What_decides_by_its_own_count_of_bars_never_settles()
    {
        AuditReport report = await Audited.RunAsync(Audited.Run("{type: suspicious, parameters: {habit: counting}}"));
        AuditRemark remark = Assert.Single(report.Remarks, remark => remark.Code == "warm_up");
        Assert.Contains("its decisions depend on where the data begins", remark.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_future_is_changed_after_as_many_bars_as_asked_for_and_after_bars_with_decisions()
    {
        AuditReport report = await Audited.RunAsync(Audited.Run(Audited.Cross), new AuditOptions { Cuts = 5 });
        Assert.Equal(5, report.Cuts.Count);
        Assert.Equal(report.Cuts.Order(), report.Cuts);
        Assert.True(report.Runs >= 5 + (5 * 4), "Each cut takes four runs.");
    }

    [Fact]
    public async Task Another_process_that_has_other_hashes_is_a_finding()
    {
        AuditReport report = await Audited.RunAsync(Audited.Run(Audited.Cross), new AuditOptions
        {
            Cuts = 1,
            Elsewhere = _ => Task.FromResult<IReadOnlyDictionary<string, string>?>(new Dictionary<string, string> { ["main"] = "another" }),
        });
        AuditFinding found = Assert.Single(report.Findings);
        Assert.Equal((AuditFindingKind.Unstable, "main"), (found.Kind, found.Container));
        Assert.Contains("repeated in another process", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_input_is_thrown_and_not_taken_for_a_finding() =>
        await Assert.ThrowsAsync<InputException>(() => Audited.RunAsync(Audited.Run("{type: no-such-strategy}")));

    [Fact]
    public async Task Its_caller_keeps_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        await Audited.RunAsync(Audited.Run(Audited.Cross), new AuditOptions { Cuts = 1 });
        Assert.Equal(before, CultureInfo.CurrentCulture);
    }

    [Fact]
    public async Task Stops_when_it_is_interrupted()
    {
        using var interrupted = new CancellationTokenSource();
        await interrupted.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Audited.RunAsync(Audited.Run(Audited.Cross), cancellation: interrupted.Token));
    }

    [Fact]
    public async Task Reports_each_run_before_it_is_made()
    {
        var heard = new List<AuditProgress>();
        AuditReport report = await Audited.RunAsync(Audited.Run(Audited.Cross), new AuditOptions { Cuts = 2, Progress = new Recorder(heard) });
        Assert.Equal(report.Runs, heard.Count);
        Assert.All(heard, progress => Assert.True(progress.Done < progress.Planned));
    }

    private sealed class Recorder(List<AuditProgress> heard) : IProgress<AuditProgress>
    {
        public void Report(AuditProgress value) => heard.Add(value);
    }
}
