namespace Backtest.Tests.Commands;

/// <summary><c>backtest new</c>. Backtest.Templates.Tests checks that the created projects build and run.</summary>
public sealed class NewCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_makes_a_folder_of_the_name()
    {
        ToolResult result = Tool.Run(_folder.Path, "new", "strategy", "acme.mean-reversion");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(["acme.mean-reversion"], Entries());
        Assert.True(File.Exists(_folder.Combine("acme.mean-reversion", "src", "acme.mean-reversion", "MeanReversionStrategy.cs")));
        Assert.Contains("dotnet test", result.Output);
    }

    [Fact]
    public void It_makes_the_folder_output_names()
    {
        Directory.CreateDirectory(_folder.Combine("work", "empty"));

        Assert.Equal(0, Tool.Run(_folder.Path, "new", "classifier", "Acme.Trend", "--output", "work/empty/").ExitCode);

        Assert.Equal(["empty"], Entries("work"));
        Assert.True(File.Exists(_folder.Combine("work", "empty", "run.yaml")));
    }

    [Fact]
    public void A_folder_with_something_in_it_is_left_as_it_is()
    {
        Directory.CreateDirectory(_folder.Combine("Mine"));
        File.WriteAllText(_folder.Combine("Mine", "run.yaml"), "mine");

        Refuses("not an empty folder", "new", "strategy", "Mine");

        Assert.Equal(["run.yaml"], Entries("Mine"));
        Assert.Equal("mine", File.ReadAllText(_folder.Combine("Mine", "run.yaml")));
    }

    [Fact]
    public void A_file_in_the_way_is_left_as_it_is()
    {
        File.WriteAllText(_folder.Combine("Mine"), "mine");

        Refuses("not an empty folder", "new", "strategy", "Mine");
        Refuses("cannot be created", "new", "strategy", "Other", "--output", "Mine/inside");

        Assert.Equal("mine", File.ReadAllText(_folder.Combine("Mine")));
    }

    [Theory]
    [InlineData("strategie", "Mine", "solution")]
    [InlineData("strategy", "My Strategy", "My-Strategy")]
    public void Nothing_is_made_of_what_is_wrong(string kind, string name, string named)
    {
        Refuses(named, "new", kind, name);

        Assert.Empty(Entries());
    }

    [Fact]
    public void Nothing_stays_where_there_is_no_sdk()
    {
        ToolResult result = Tool.RunWith([("DOTNET_HOST_PATH", _folder.Combine("nowhere"))], _folder.Path, "new", "strategy", "Mine");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("the .NET 10 SDK is installed", result.Error);
        Assert.Empty(Entries());
    }

    private void Refuses(string named, params string[] arguments)
    {
        ToolResult result = Tool.Run(_folder.Path, arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(named, result.Error);
        Assert.Equal("", result.Output);
    }

    private string[] Entries(string folder = "") =>
        [.. Directory.EnumerateFileSystemEntries(_folder.Combine(folder)).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];
}
