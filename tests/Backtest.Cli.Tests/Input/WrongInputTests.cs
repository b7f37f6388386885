using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Input;

/// <summary>
/// Each invalid input leads to one clear message and exit code 2, with nothing on standard output, no stack trace and no partial files.
/// </summary>
public sealed class WrongInputTests : IDisposable
{
    private const string Strategy = "type: sma-cross, parameters: {fast: 5, slow: 20}";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_file_that_is_not_there() => Refuses("nowhere.yaml", ["run", "nowhere.yaml"]);

    [Theory]
    [InlineData("capitel", "name: small", "name: small\ncapitel: 1")]
    [InlineData("capital", "capital: 100000", "capital: 0")]
    [InlineData("sma-crss", "type: sma-cross", "type: sma-crss")]
    [InlineData("fast", "fast: 5", "fast: 0")]
    [InlineData("fsat", "fast: 5", "fsat: 5")]
    [InlineData("fast", "fast: 5", "fast: many")]
    [InlineData("bars", "bars: 600", "bars: -1")]
    [InlineData("too short", "bars: 600", "bars: 10")]
    [InlineData(
        "data.trade_from: trading would begin on 2002-01-01, but the data ends on 2001-08-24",
        "bars: 600",
        "bars: 600, trade_from: 2002-01-01")]
    [InlineData(
        "instruments.AAB: the data has no symbol 'AAB'\n  Did you mean 'AAA'? Name a symbol in the data, or remove the entry. The data has: AAA.",
        "name: small",
        "name: small\ninstruments: {AAA: {}, AAB: {}}")]
    [InlineData("missing.csv", "source: synthetic, symbols: [AAA], bars: 600", "source: csv, path: missing.csv")]
    [InlineData("empty.csv", "source: synthetic, symbols: [AAA], bars: 600", "source: csv, path: empty.csv")]
    [InlineData("plugins-of-nobody", "name: small", "name: small\nplugins: [plugins-of-nobody]")]
    public void A_run_file_with_a_mistake(string named, string right, string wrong)
    {
        File.WriteAllText(_folder.Combine("empty.csv"), "");
        _folder.Write(RunFiles.Small.Replace(right, wrong, StringComparison.Ordinal));

        Refuses(named, ["run", "run.yaml"]);
    }

    [Fact]
    public void A_row_that_is_no_bar_is_named_by_file_and_line()
    {
        File.WriteAllText(_folder.Combine("bad.csv"), "date,open,high,low,close\n2020-01-01,10,11,9,10\n2020-01-02,10,8,9,10\n");
        _folder.Write(RunFiles.Small.Replace(
            "source: synthetic, symbols: [AAA], bars: 600", "source: csv, path: bad.csv", StringComparison.Ordinal));

        Refuses("bad.csv:3", ["run", "run.yaml"]);
    }

    [Fact]
    public void A_bare_id_that_two_packages_have()
    {
        PluginBuilder builder = new(_folder.Combine("plugins.d"));
        builder.Strategy("One.Cross", "cross");
        builder.Strategy("Other.Cross", "cross");
        _folder.Write(RunFiles.Small.Replace(Strategy, "type: cross", StringComparison.Ordinal));

        Refuses("One.Cross/cross", ["run", "run.yaml"]);
    }

    [Fact]
    public void A_plugin_built_against_another_api()
    {
        string source = PluginBuilder.Listing("cross", major: Abi.Major + 1) + PluginBuilder.Factory("\"cross\"");
        new PluginBuilder(_folder.Combine("plugins.d")).Package("One.Cross", source);
        _folder.Write(RunFiles.Small.Replace(Strategy, "type: cross", StringComparison.Ordinal));

        Refuses($"plugin API {Abi.Major + 1}.0", ["run", "run.yaml"]);
    }

    [Fact]
    public void A_plugin_with_a_missing_dependency()
    {
        string library = PluginBuilder.Library(
            _folder.Combine("Tables.dll"), "public static class Tables { public static string Name => \"1\"; }");
        string package = new PluginBuilder(_folder.Combine("plugins.d"))
            .Package("One.Cross", PluginBuilder.Listing("cross") + PluginBuilder.Factory("Tables.Name"), library);
        File.Delete(Path.Combine(package, "Tables.dll"));
        _folder.Write(RunFiles.Small.Replace(Strategy, "type: cross", StringComparison.Ordinal));

        Refuses("Tables.dll", ["run", "run.yaml"]);
    }

    [Fact]
    public void A_plugin_that_may_be_in_a_folder_that_cannot_be_read()
    {
        Directory.CreateDirectory(_folder.Combine("plugins.d", "One.Cross"));
        _folder.Write(RunFiles.Small.Replace(Strategy, "type: cross", StringComparison.Ordinal));

        Refuses("the folder contains no One.Cross.dll", ["run", "run.yaml"]);
    }

    [Theory]
    [InlineData("unknown-command")]
    [InlineData("run")]
    [InlineData("run run.yaml --unknown-option")]
    [InlineData("run run.yaml --threads 0")]
    [InlineData("graph run.yaml --format picture")]
    [InlineData("plugins info no-such-plugin")]
    [InlineData("plugins list --plugins nowhere")]
    public void A_command_line_with_a_mistake(string arguments)
    {
        _folder.Write(RunFiles.Small);

        Refuses("", arguments.Split(' '));
    }

    [Theory]
    [InlineData("rnu run.yaml", "'rnu' is not known here.", "Did you mean 'run'?")]
    [InlineData("run run.yaml --outptu DIR", "'--outptu' is not known here.", "Did you mean '--output'?")]
    [InlineData("plugins lst", "'lst' is not known here.", "Did you mean 'list'?")]
    [InlineData("run .", "this is a folder, not a run file", "Name a run file in it")]
    public void A_mistyped_word_is_told_once_with_what_was_probably_meant(string arguments, string found, string mend)
    {
        _folder.Write(RunFiles.Small);

        ToolResult result = Tool.Run(_folder.Path, arguments.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(found, result.Error);
        Assert.Contains(mend, result.Error);
        Assert.Equal(2, result.Error.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void With_json_the_error_is_a_document_with_code_file_line_key_message_and_fix()
    {
        _folder.Write(RunFiles.Small.Replace("capital: 100000", "capitel: 100000", StringComparison.Ordinal));

        ToolResult result = Tool.Run(_folder.Path, "run", "run.yaml", "--json");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(["code", "file", "line", "key", "message", "fix"], result.Json["error"]!.AsObject().Select(property => property.Key));
        Assert.Equal(6, (int)result.Json["error"]!["line"]!);
        Assert.Equal("", result.Error);
    }

    private void Refuses(string named, string[] arguments)
    {
        string[] before = Directory.GetFileSystemEntries(_folder.Path);

        ToolResult result = Tool.Run(_folder.Path, arguments);

        Assert.True(result.ExitCode == 2, $"exit code {result.ExitCode}: {result.Error}");
        Assert.Equal("", result.Output);
        Assert.Contains(named, result.Error);
        Assert.DoesNotContain("   at ", result.Error);
        Assert.DoesNotContain("Exception", result.Error);
        Assert.DoesNotContain(Directory.GetFileSystemEntries(_folder.Path).Except(before), HoldsFiles);
    }

    private static bool HoldsFiles(string path) =>
        File.Exists(path) || Directory.EnumerateFileSystemEntries(path).Any();
}
