using System.Text.Json.Nodes;

namespace Backtest.Tests.Samples;

/// <summary>One run of the sample, shared by several tests.</summary>
public sealed class HierarchyRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly JsonObject _document;

    public HierarchyRun()
    {
        ToolResult result = Tool.Run(_folder.Path, "run", SampleFiles.Hierarchy, "--json", "--set", "output.tables=csv", "--set", "output.report=false");
        Assert.True(result.ExitCode == 0, result.Error);
        _document = result.Json;
    }

    internal JsonNode Manifest => _document["manifest"]!;

    public void Dispose() => _folder.Dispose();

    internal IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string name) =>
        [.. Tests.Table.Read(Path.Combine((string)_document["run"]!, $"{name}.csv"))];
}
