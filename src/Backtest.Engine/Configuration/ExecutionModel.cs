namespace Backtest.Engine;

/// <summary>A model of how orders fill: one that is built in, or a plugin's.</summary>
/// <param name="Type">Its name or the plugin's id.</param>
public sealed record ExecutionModel(string Type)
{
    /// <summary>The price paths that are built in.</summary>
    public static IReadOnlyList<string> Paths => PathNames.All;

    /// <summary>The rules of matching that are built in.</summary>
    public static IReadOnlyList<string> Matchings => MatchingNames.All;

    /// <summary>The plugin's parameters; what is built in has none.</summary>
    public ParameterMap Parameters { get; init; } = ParameterMap.Empty;

    /// <summary>Where it stands in the run file.</summary>
    public SourcePosition Position { get; init; }
}
