using Backtest.Engine;
using CsCheck;

namespace Backtest.Tests.Yaml;

public sealed class YamlReaderTests
{
    [Fact]
    public void Key_that_stands_twice_is_an_error() => Assert.Equal(
        "samples/run.yaml:8: 'seed' appears twice in this map, first on line 7.\n  Remove one of them.",
        RunFiles.Error(RunFiles.With("seed: 1\nseed: 2")));

    [Theory]
    [InlineData("output: {directory: runs", 8)]
    [InlineData("output:\n\tdirectory: runs", 8)]
    [InlineData("name: \"open", 7)]
    [InlineData("plugins: [a, b\nname: x", 7)]
    public void Text_that_is_no_yaml_is_an_error_with_its_line(string text, int line) =>
        Assert.Matches($"^samples/run.yaml:{line}: the YAML cannot be read: ", RunFiles.Error(RunFiles.With(text + "\n")));

    [Fact]
    public void Nesting_without_end_is_an_error() => Assert.Contains(
        "lists and maps are nested too deeply.",
        RunFiles.Error(RunFiles.With("plugins: " + new string('[', 5000))),
        StringComparison.Ordinal);

    [Fact]
    public void Damaged_text_is_read_or_told_as_an_error()
    {
        Gen.Select(
            Gen.Int[0, RunFiles.Full.Length - 1],
            Gen.Int[0, 20],
            Gen.Char[" \t\n:-[]{}#&*!|>'\"%@`,?~a0"].Array[0, 5]).Sample((at, length, put) =>
        {
            string text = RunFiles.Full.Remove(at, Math.Min(length, RunFiles.Full.Length - at)).Insert(at, new string(put));
            try
            {
                RunFiles.Parse(text);
            }
            catch (InputException exception)
            {
                Assert.NotEmpty(exception.Errors);
            }
        });
    }

    [Fact]
    public void Second_document_is_an_error() =>
        Assert.StartsWith(
            "samples/run.yaml:7: a second document begins here", RunFiles.Error(RunFiles.With("---\nseed: 1")), StringComparison.Ordinal);

    [Fact]
    public void Alias_stands_for_what_its_anchor_marks()
    {
        WorkflowConfig config = RunFiles.Parse("""
            data: {path: spx.csv}
            portfolios:
              - {name: a, capital: 1, risk: &risk {type: standard, parameters: {x: 1}}, strategies: &all [{type: sma-cross}]}
              - {name: b, capital: 2, risk: *risk, strategies: *all}
            """);
        Assert.Equal(config.Portfolios[0].Risk, config.Portfolios[1].Risk);
        Assert.Equal("sma-cross", config.Portfolios[1].Strategies[0].Type);
    }

    [Fact]
    public void A_dash_without_a_space_is_told_with_how_to_mend_it() =>
        Assert.Contains("that a space follows each '-' and ':'", RunFiles.Error(RunFiles.With("classifiers:\n  -name: hmm\n    type: hmm\n")), StringComparison.Ordinal);

    [Fact]
    public void Alias_without_an_anchor_is_an_error() =>
        Assert.StartsWith(
            "samples/run.yaml:7: the YAML cannot be read: there is no anchor &x above",
            RunFiles.Error(RunFiles.With("output: *x")),
            StringComparison.Ordinal);

    [Fact]
    public void Key_without_a_value_is_as_one_left_out() => Assert.Equal(0UL, RunFiles.Parse(RunFiles.With("seed:\nexecution: ~")).Seed);

    [Fact]
    public void Quotes_make_text_of_anything()
    {
        WorkflowConfig config = RunFiles.Parse(RunFiles.Changed("{type: sma-cross}", "{type: sma-cross, parameters: {a: '5', b: 5}}"));
        ParameterMap parameters = config.Portfolios[0].Strategies[0].Parameters;
        Assert.True(((ParameterScalar)parameters["a"]!).IsQuoted);
        Assert.False(((ParameterScalar)parameters["b"]!).IsQuoted);
    }
}
