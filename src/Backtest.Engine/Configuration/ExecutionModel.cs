namespace Backtest.Engine;

/// <summary>A model of how orders fill: a built-in one, or one of a plugin.</summary>
/// <param name="Type">The name of the model or the plugin's id.</param>
public sealed record ExecutionModel(string Type)
{
    /// <summary>The built-in price paths that use only the prices of the bar itself.</summary>
    public static IReadOnlyList<string> Paths => PathNames.OfOneBar;

    /// <summary>The price path that uses bars of a lower timeframe.</summary>
    public static string FinerBars => PathNames.FinerBars;

    /// <summary>The built-in matching rules.</summary>
    public static IReadOnlyList<string> Matchings => MatchingNames.All;

    /// <summary>The plugin's parameters; built-in models have none.</summary>
    public ParameterMap Parameters { get; init; } = ParameterMap.Empty;

    /// <summary>How bars of a lower timeframe are used; <see langword="null"/> for other models, or for the default.</summary>
    public FinerBarsConfig? Finer { get; init; }

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }
}
