using Backtest.Fixtures;

namespace Backtest.Tests;

/// <summary>For each law of indicators, there is an indicator that breaks only that law.</summary>
public sealed class IndicatorLawTests
{
    public static TheoryData<string, IndicatorSpec> Breakers => new()
    {
        { LawNames.Runs, IndicatorSpec.Bars<BrokenByRest, double>(() => new BrokenByRest()) },
        { LawNames.Determinism, IndicatorSpec.Bars<CultureOfBar, double>(() => new CultureOfBar()) },
        { LawNames.CutData, IndicatorSpec.Bars<NextClose, double>(() => new NextClose()) },
        { LawNames.Columns, IndicatorSpec.Series<OtherInColumns, double>(() => new OtherInColumns()) },
        { LawNames.WarmUp, IndicatorSpec.Series<ZeroUntilReady, double>(() => new ZeroUntilReady()) },
        { LawNames.Reset, IndicatorSpec.Bars<StickyHigh, double>(() => new StickyHigh()) },
        { LawNames.Allocation, IndicatorSpec.Bars<ListOfCloses, double>(() => new ListOfCloses()) },
    };

    [Theory]
    [MemberData(nameof(Breakers), DisableDiscoveryEnumeration = true)]
    public void An_indicator_that_breaks_a_law_breaks_that_one(string law, IndicatorSpec spec)
    {
        ConformanceReport report = IndicatorConformance.Examine(spec);

        ConformanceFinding broken = Assert.Single(report.Broken);
        Assert.True(broken.Law == law, report.ToString());
        Assert.NotNull(broken.Fix);
    }

    [Fact]
    public void One_that_obeys_every_law_passes_a_check_in_one_line() => IndicatorConformance.Check(new MiddleOfBarFactory().Specify([2]));

    [Fact]
    public void Those_of_the_library_obey_them()
    {
        IndicatorConformance.Check(Indicators.Macd());
        IndicatorConformance.Check(Indicators.Adx());
        IndicatorConformance.Check(Indicators.Correlation());
    }

    [Fact]
    public void What_is_broken_is_named_with_what_to_do()
    {
        var thrown = Assert.Throws<ConformanceException>(
            () => IndicatorConformance.Check(IndicatorSpec.Series<ZeroUntilReady, double>(() => new ZeroUntilReady())));

        Assert.Contains("at bar 0 it is not ready but returns a value", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Return Undefined until IsReady", thrown.Message, StringComparison.Ordinal);
    }
}
