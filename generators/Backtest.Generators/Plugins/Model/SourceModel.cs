namespace Backtest.Generators.Plugins.Model;

/// <summary>Everything that one file generated for a plugin class depends on.</summary>
internal abstract record SourceModel
{
    /// <summary>The name of the file.</summary>
    public required string HintName { get; init; }
}
