using System.Text.Json.Nodes;

namespace Backtest.Tests;

/// <summary>The result of a command.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as the single document it must be.</summary>
    public JsonObject Json => JsonNode.Parse(Output)!.AsObject();
}
