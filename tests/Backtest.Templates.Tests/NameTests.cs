using System.Text.RegularExpressions;

namespace Backtest.Tests;

/// <summary>The namespace, the class and the plugin id that the templates derive from a name.</summary>
public sealed partial class NameTests(TemplateHive hive) : IClassFixture<TemplateHive>
{
    [Theory]
    [InlineData("MeanReversion", "MeanReversion", "MeanReversionStrategy", "mean-reversion")]
    [InlineData("acme.mean-reversion", "Acme.MeanReversion", "MeanReversionStrategy", "mean-reversion")]
    [InlineData("my_strategy", "MyStrategy", "MyStrategy", "my-strategy")]
    [InlineData("SMACross", "SMACross", "SMACrossStrategy", "sma-cross")]
    [InlineData("Acme.Roc5Day", "Acme.Roc5Day", "Roc5DayStrategy", "roc5-day")]
    [InlineData("3ducks", "_3Ducks", "_3DucksStrategy", "plugin-3ducks")]
    [InlineData("acme.2024", "Acme._2024", "_2024Strategy", "plugin-2024")]
    [InlineData("class", "Class", "ClassStrategy", "class")]
    [InlineData("acme.event", "Acme.Event", "EventStrategy", "event")]
    [InlineData("Öl-Preis", "ÖlPreis", "ÖlPreisStrategy", "ol-preis")]
    [InlineData("straße.ŁódźŚwit", "Straße.ŁódźŚwit", "ŁódźŚwitStrategy", "lodz-swit")]
    [InlineData("Стратегия", "Стратегия", "СтратегияStrategy", "plugin")]
    public async Task A_name_becomes_a_namespace_a_class_and_an_id(string name, string @namespace, string @class, string id)
    {
        string folder = await hive.New("backtest-strategy", name);

        string code = File.ReadAllText(Path.Combine(folder, "src", name, $"{@class}.cs"));
        Assert.Equal(@namespace, Namespace().Match(code).Groups[1].Value);
        Assert.Equal(@class, Class().Match(code).Groups[1].Value);
        Assert.Equal(id, Id().Match(code).Groups[1].Value);
        Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", id);
        Assert.Contains($"type: {name}/{id}", File.ReadAllText(Path.Combine(folder, "run.yaml")));
    }

    [Theory]
    [InlineData("backtest-classifier", "Acme.RegimeClassifier", "RegimeClassifier")]
    [InlineData("backtest-classifier", "Acme.Regime", "RegimeClassifier")]
    [InlineData("backtest-risk-manager", "Acme.Kelly", "KellyRiskManager")]
    [InlineData("backtest-risk-manager", "Acme.KellyRisk", "KellyRiskManager")]
    [InlineData("backtest-risk-manager", "Acme.KellyRiskManager", "KellyRiskManager")]
    [InlineData("backtest-indicator", "Acme.Zone", "ZoneIndicator")]
    [InlineData("backtest-indicator", "Acme.ZoneIndicator", "ZoneIndicator")]
    [InlineData("backtest-bar-source", "Acme.Ticks", "TicksBarSource")]
    [InlineData("backtest-bar-source", "Acme.TickSource", "TickBarSource")]
    [InlineData("backtest-container", "Acme.Vote", "VoteContainer")]
    [InlineData("backtest-search-method", "Acme.AnnealingMethod", "AnnealingSearchMethod")]
    [InlineData("backtest-price-path", "Acme.Body", "BodyPricePath")]
    [InlineData("backtest-order-matching", "Acme.QueueMatching", "QueueOrderMatching")]
    [InlineData("backtest-slippage-model", "Acme.RangeSlippage", "RangeSlippageModel")]
    [InlineData("backtest-commission-model", "Acme.TicketCommissionModel", "TicketCommissionModel")]
    [InlineData("backtest-account", "Acme.Prime", "PrimeAccount")]
    public async Task A_class_is_named_after_its_kind(string shortName, string name, string @class)
    {
        string folder = await hive.New(shortName, name);

        Assert.True(File.Exists(Path.Combine(folder, "src", name, $"{@class}.cs")));
        Assert.True(File.Exists(Path.Combine(folder, "tests", $"{name}.Tests", $"{@class}Tests.cs")));
    }

    [Theory]
    [InlineData("backtest-strategy")]
    [InlineData("backtest-classifier")]
    [InlineData("backtest-risk-manager")]
    [InlineData("backtest-indicator")]
    [InlineData("backtest-bar-source")]
    [InlineData("backtest-container")]
    [InlineData("backtest-search-method")]
    [InlineData("backtest-price-path")]
    [InlineData("backtest-order-matching")]
    [InlineData("backtest-slippage-model")]
    [InlineData("backtest-commission-model")]
    [InlineData("backtest-account")]
    [InlineData("backtest-solution")]
    public async Task Nothing_of_the_example_is_left(string shortName)
    {
        string folder = await hive.New(shortName, "acme.mean-reversion");

        Assert.All(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories), file =>
            Assert.DoesNotMatch("(?i)example|STAMPED|_VERSION", Path.GetRelativePath(folder, file) + File.ReadAllText(file)));
    }

    [Fact]
    public async Task The_author_guide_shows_the_strategy_as_it_is_made()
    {
        const string Name = "Acme.CloseAboveAverage";
        string project = Path.Combine(await hive.New("backtest-strategy", Name), "src", Name);

        string guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "author-guide.md"));
        Assert.Contains(File.ReadAllText(Path.Combine(project, "CloseAboveAverageStrategy.cs")), guide);
        Assert.Contains(File.ReadAllText(Path.Combine(project, $"{Name}.csproj")), guide);
    }

    [GeneratedRegex(@"^namespace (\S+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"partial class (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex("""\[Strategy\("([^"]+)""")]
    private static partial Regex Id();
}
