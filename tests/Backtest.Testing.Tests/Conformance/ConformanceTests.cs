using Backtest.Fixtures;

namespace Backtest.Tests;

public sealed class ConformanceTests
{
    [Fact]
    public void The_check_of_a_good_plugin_says_nothing() => Testing.Conformance.Check<Good>("""{"period": 3}""");

    [Fact]
    public void The_check_of_a_bad_one_names_law_bar_finding_and_mend()
    {
        ConformanceException exception = Assert.Throws<ConformanceException>(() => Testing.Conformance.Check<LastBarKnower>());

        Assert.Matches(
            """BROKEN       look-ahead-cut: at [AB], bar \d+ \(2\d{3}-\d\d-\d\d 00:00\): with all bars it decided .+, with those after 2""",
            exception.Message);
        Assert.Contains("Read only the current bar, indicators and the position.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(LawNames.CutData, Assert.Single(exception.Report.Broken).Law);
    }

    [Fact]
    public void A_plugin_that_reads_other_timeframes_is_examined_on_finer_bars()
    {
        ConformanceReport report = Testing.Conformance.Examine(new GoodOnHoursFactory());

        Assert.True(report.IsConformant, report.ToString());
        Assert.Equal(ConformanceVerdict.Held, Finding(report, LawNames.CutData).Verdict);
        Assert.Equal(ConformanceVerdict.Held, Finding(report, LawNames.WarmUp).Verdict);
    }

    [Fact]
    public void A_plugin_that_decides_nothing_does_not_pass_silently()
    {
        ConformanceException exception = Assert.Throws<ConformanceException>(() => Testing.Conformance.Check<Idle>());

        Assert.Empty(exception.Report.Broken);
        Assert.Contains("not examined determinism: it decided nothing on 600 bars", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_that_reads_an_indicator_of_its_own_package_by_id_is_examined_like_any()
    {
        ConformanceReport report = Testing.Conformance.Examine(new OwnReaderFactory());

        Assert.All(report.Findings, finding => Assert.Equal(ConformanceVerdict.Held, finding.Verdict));
    }

    [Fact]
    public void A_plugin_that_reads_an_indicator_of_another_package_is_not_examined_rather_than_broken()
    {
        ConformanceReport report = Testing.Conformance.Examine(new ForeignReaderFactory());

        Assert.All(report.Findings, finding => Assert.Equal(ConformanceVerdict.NotExamined, finding.Verdict));
        Assert.StartsWith("there is no indicator 'foreign', which the plugin reads", Finding(report, LawNames.Runs).Detail, StringComparison.Ordinal);
        Assert.Contains("together with the package of the other indicator", Finding(report, LawNames.Runs).Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_without_defaults_needs_parameters()
    {
        ConformanceReport report = Testing.Conformance.Examine(new NeedyFactory());

        Assert.All(report.Findings, finding => Assert.Equal(ConformanceVerdict.NotExamined, finding.Verdict));
        Testing.Conformance.Check<Needy>("""{"every": 4}""");
    }

    [Fact]
    public void Parameters_given_wrong_are_an_input_error() =>
        Assert.Throws<InputException>(() => Testing.Conformance.Check<Good>("""{"period": 1}"""));

    [Fact]
    public void What_cannot_be_told_apart_from_a_broken_law_is_not_examined()
    {
        ConformanceReport report = Testing.Conformance.Examine(new ChanceFactory());

        Assert.Equal(ConformanceVerdict.NotExamined, Finding(report, LawNames.CutData).Verdict);
        Assert.Contains("'determinism', which is broken", Finding(report, LawNames.CutData).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_that_says_nothing_of_a_plugin_says_so()
    {
        ConformanceReport report = Testing.Conformance.Examine(new EagerFactory());

        Assert.True(report.IsConformant, report.ToString());
        Assert.Equal(ConformanceVerdict.DoesNotApply, Finding(report, LawNames.WarmUp).Verdict);
        Assert.Equal(ConformanceVerdict.DoesNotApply, Finding(report, LawNames.Reset).Verdict);
    }

    [Fact]
    public void A_law_can_be_left_out_and_the_report_says_so()
    {
        var options = new ConformanceOptions { Except = [LawNames.Allocation] };

        Testing.Conformance.Check<Wasteful>(options: options);
        Assert.Equal("left out by the options", Finding(Testing.Conformance.Examine(new WastefulFactory(), "{}", options), LawNames.Allocation).Detail);
    }

    [Fact]
    public void A_law_left_out_must_be_one() => Assert.Throws<ArgumentException>(
        () => Testing.Conformance.Check<Good>(options: new ConformanceOptions { Except = ["speed"] }));

    [Fact]
    public void An_author_may_bring_bars_of_his_own() =>
        Testing.Conformance.Check<Good>(options: new ConformanceOptions { Bars = [TestBars.Walk(seed: 5, 300)] });

    [Fact]
    public void A_class_that_is_no_plugin_is_refused() =>
        Assert.Throws<ArgumentException>(() => Testing.Conformance.Check<TrueSpan>());

    [Fact]
    public void The_time_zone_and_culture_are_as_before()
    {
        using var alone = new OtherTimeZone(); // other tests that need one wait until this one ends
        (TimeSpan, string?) before = Now();

        using (new OtherTimeZone())
            Assert.NotEqual(before, Now());

        Assert.Equal(before, Now());

        static (TimeSpan, string?) Now() => (TimeZoneInfo.Local.BaseUtcOffset, Environment.GetEnvironmentVariable("TZ"));
    }

    private static ConformanceFinding Finding(ConformanceReport report, string law) =>
        Assert.Single(report.Findings, finding => finding.Law == law);
}
