using System.Text.Json.Nodes;

namespace Backtest.Tests;

/// <summary>What a command came to.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as the one document it must be.</summary>
    public JsonObject Json => JsonNode.Parse(Output)!.AsObject();
}
