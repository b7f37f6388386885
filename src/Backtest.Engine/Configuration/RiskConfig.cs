namespace Backtest.Engine;

/// <summary>A portfolio's risk manager.</summary>
public sealed record RiskConfig
{
    /// <summary>No risk manager, which is sufficient if nothing trades.</summary>
    public static RiskConfig None { get; } = new() { Type = "" };

    /// <summary>The plugin's id.</summary>
    public required string Type { get; init; }

    /// <summary>The plugin's parameters.</summary>
    public ParameterMap Parameters { get; init; } = ParameterMap.Empty;

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}
