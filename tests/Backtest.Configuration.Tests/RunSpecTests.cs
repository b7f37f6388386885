using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration;
using Backtest.Engine;

namespace Backtest.Tests;

public sealed class RunSpecTests
{
    private static readonly NamedContent Plugins = new("aa");

    [Theory]
    [InlineData(RunFiles.Full)]
    [InlineData(RunFiles.Least)]
    [InlineData(RunFiles.Contained)]
    [InlineData(RunFiles.Least + "\nexecution: {path: finer_bars}")]
    [InlineData(RunFiles.Least + "\nexecution: {path: {type: finer_bars, timeframe: 1m, otherwise: {type: own, parameters: {a: 1}}}}")]
    public void What_is_read_back_is_equal_to_what_was_written(string text)
    {
        RunSpec spec = Spec(text);
        var read = RunSpec.Read(spec.Text, "samples");

        Assert.Equal(spec, read);
        Assert.Equal((spec.Text, spec.Hash), (read.Text, read.Hash));
        Assert.Equal(spec.Config.Data[0].BaseDirectory, read.Config.Data[0].BaseDirectory);
    }

    [Theory]
    [InlineData("output.directory=elsewhere")]
    [InlineData("plugins=[./others]")]
    [InlineData("execution.volume_limit=0.1000")]
    [InlineData("portfolios.conservative.risk.parameters.sizer={value: 0.50, type: percent_equity}")]
    public void Two_that_ask_the_same_are_equal(string change) => Assert.Equal(Spec(RunFiles.Full), Spec(RunFiles.Full, change));

    [Theory]
    [InlineData("seed=43")]
    [InlineData("data.path=other.csv")]
    [InlineData("portfolios.conservative.capital=300001")]
    [InlineData("portfolios.conservative.risk.parameters.sizer.value=0.51")]
    public void Two_that_ask_otherwise_differ(string change) => Assert.NotEqual(Spec(RunFiles.Full), Spec(RunFiles.Full, change));

    [Fact]
    public void Plugins_of_another_content_are_another_run() =>
        Assert.NotEqual(RunSpec.Of(RunFiles.Parse(RunFiles.Least), Plugins), RunSpec.Of(RunFiles.Parse(RunFiles.Least), new NamedContent("bb")));

    [Fact]
    public void Where_the_file_is_makes_no_difference() => Assert.Equal(
        RunSpec.Of(RunFile.Parse(RunFiles.Least, "one/run.yaml"), Plugins), RunSpec.Of(RunFile.Parse("\n" + RunFiles.Least, "other/run.yaml"), Plugins));

    [Fact]
    public void Plugins_are_named_by_kind_id_and_content_each_once() => Assert.Equal(
        [
            new SpecPlugin("classifier", "hmm", "aa"), new SpecPlugin("risk-manager", "standard", "aa"),
            new SpecPlugin("strategy", "mean-reversion", "aa"), new SpecPlugin("strategy", "momentum", "aa"),
        ],
        Spec(RunFiles.Full).Plugins);

    [Theory]
    [InlineData("portfolios.conservative.capital=1", true)]
    [InlineData("data.trade_from=2005-01-01", true)]
    [InlineData("data.end=2010-01-01", false)]
    public void Those_that_read_the_same_bars_say_so(string change, bool isSame) =>
        Assert.Equal(isSame, Spec(RunFiles.Full).Data == Spec(RunFiles.Full, change).Data);

    [Fact]
    public void Configurations_to_run_together_hold_the_same_sources_where_the_data_is_the_same()
    {
        IReadOnlyList<WorkflowConfig> configs = RunSpec.Together(
            [Spec(RunFiles.Full), Spec(RunFiles.Full, "seed=1"), Spec(RunFiles.Full, "data.end=2010-01-01")]);

        Assert.Same(configs[0].Data, configs[1].Data);
        Assert.NotSame(configs[0].Data, configs[2].Data);
    }

    [Fact]
    public void One_of_a_later_version_is_refused()
    {
        JsonNode json = JsonNode.Parse(Spec(RunFiles.Least).Text)!;
        json["version"] = 2;

        Assert.Equal(
            "version: found a specification of version 2; this release reads versions up to 1\n  Use the release that wrote it, or a newer one.",
            Refused(json.ToJsonString()));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"version\": 1}")]
    [InlineData("{\"version\": 1, \"run\": {}, \"plugins\": [{\"kind\": \"strategy\"}]}")]
    public void What_is_no_specification_is_refused(string text) => Assert.StartsWith("this is not a specification of a run", Refused(text), StringComparison.Ordinal);

    [Fact]
    public void A_plugin_that_is_not_there_is_named() =>
        Assert.Contains("there is no risk manager 'standard'", Thrown(() => RunSpec.Of(RunFiles.Parse(RunFiles.Least))), StringComparison.Ordinal);

    [Fact]
    public void Plugins_that_are_not_those_of_the_specification_are_refused()
    {
        RunSpec spec = Spec(RunFiles.Least);
        spec.RequirePlugins(Plugins);

        Assert.Contains(
            "the installed strategy 'sma-cross' has the content bb, but the specification names aa",
            Thrown(() => spec.RequirePlugins(new NamedContent("bb"))), StringComparison.Ordinal);
    }

    private static RunSpec Spec(string text, params string[] changes) => RunSpec.Of(RunFiles.Parse(text, changes), Plugins);

    private static string Refused(string text) => Thrown(() => RunSpec.Read(text));

    private static string Thrown(Action act) =>
        string.Join('\n', Assert.Throws<InputException>(act).Errors.Select(error => error.ToString()));

    /// <summary>Has a plugin for every name, all with the same content.</summary>
    private sealed class NamedContent(string hash) : IPluginSource
    {
        public PluginFactory? Find(PluginKind kind, string type) => new Named(kind, type);

        public IReadOnlyList<string> Ids(PluginKind kind) => [];

        public string? ContentHash(PluginKind kind, string type) => hash;
    }

    private sealed class Named(PluginKind kind, string type) : PluginFactory
    {
        public override PluginDescriptor Descriptor { get; } = new() { Kind = kind, Id = type, Type = typeof(Named), Handlers = [] };

        public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
        {
        }
    }
}
