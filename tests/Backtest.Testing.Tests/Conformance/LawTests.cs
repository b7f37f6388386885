using System.Reflection;
using Backtest.Abstractions.Runtime;
using Backtest.Fixtures;
using Backtest.Samples.Netting;

namespace Backtest.Tests;

/// <summary>For each law, there are plugins that break only that law.</summary>
public sealed class LawTests
{
    public static TheoryData<Type, string[]> Breakers => new()
    {
        { typeof(Divider), [LawNames.Runs] },
        { typeof(SelfRefusing), [LawNames.Parameters] },
        { typeof(WideBound), [LawNames.Parameters] },
        { typeof(Chance), [LawNames.Determinism] },
        { typeof(CultureBound), [LawNames.Determinism] },
        { typeof(ChanceRisk), [LawNames.Determinism] },
        { typeof(StaticCounter), [LawNames.Isolation] },
        { typeof(StaticClassifier), [LawNames.Isolation] },
        { typeof(StaticRisk), [LawNames.Isolation] },
        { typeof(StaticContainer), [LawNames.Isolation] },
        { typeof(StaticUniverse), [LawNames.Isolation] },
        { typeof(LastBarKnower), [LawNames.CutData] },
        { typeof(CrashKnower), [LawNames.PoisonedFuture] },
        { typeof(Peeker), [LawNames.CutData, LawNames.PoisonedFuture] },
        { typeof(PeekingClassifier), [LawNames.CutData, LawNames.PoisonedFuture] },
        { typeof(RowCounter), [LawNames.Schedule] },
        { typeof(DozingRisk), [LawNames.Schedule] },
        { typeof(Hasty), [LawNames.WarmUp] },
        { typeof(HastyRisk), [LawNames.WarmUp] },
        { typeof(Forgetless), [LawNames.Reset] },
        { typeof(Wasteful), [LawNames.Allocation] },
        { typeof(Talkative), [LawNames.Allocation] },
        { typeof(WastefulClassifier), [LawNames.Allocation] },
        { typeof(WastefulRisk), [LawNames.Allocation] },
        { typeof(WastefulContainer), [LawNames.Allocation] },
        { typeof(WastefulUniverse), [LawNames.Allocation] },
        { typeof(Clinging), [LawNames.Unload] },
    };

    [Theory]
    [MemberData(nameof(Breakers))]
    public void A_plugin_that_breaks_a_law_breaks_that_one(Type plugin, string[] laws)
    {
        ConformanceReport report = Examine(plugin);

        Assert.True(laws.SequenceEqual(report.Broken.Select(finding => finding.Law)), report.ToString());
        Assert.All(report.Broken, finding => Assert.NotNull(finding.Fix));
    }

    [Fact]
    public void A_strategy_that_asks_the_machine_for_the_time_breaks_determinism()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let a process choose its time zone.");

        Assert.Equal([LawNames.Determinism], Examine(typeof(ZoneBound)).Broken.Select(finding => finding.Law));
    }

    [Theory]
    [InlineData(typeof(Good))]
    [InlineData(typeof(GoodOnHours))]
    [InlineData(typeof(OwnReader))]
    [InlineData(typeof(GoodClassifier))]
    [InlineData(typeof(GoodRisk))]
    [InlineData(typeof(GoodContainer))]
    [InlineData(typeof(GoodUniverse))]
    public void A_good_plugin_breaks_none(Type plugin)
    {
        ConformanceReport report = Examine(plugin);

        Assert.True(report.IsConformant, report.ToString());
    }

    [Fact]
    public void The_sample_of_a_container_breaks_none() => Testing.Conformance.Check<NettingContainerFactory>();

    private static ConformanceReport Examine(Type plugin) => Testing.Conformance.Examine(plugin.Assembly
        .GetCustomAttributes<PluginAttribute>()
        .Select(listing => (PluginFactory)Activator.CreateInstance(listing.Factory)!)
        .Single(factory => factory.Descriptor.Type == plugin));
}
