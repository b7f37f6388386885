using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>The figures of a search step.</summary>
public sealed record SearchFigures
{
    /// <summary>The folder of its experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>How many trials it made.</summary>
    public required int Trials { get; init; }

    /// <summary>How many its family ever made.</summary>
    public required long FamilyTrials { get; init; }

    /// <summary>The number of the best trial.</summary>
    public required int Best { get; init; }

    /// <summary>Its parameters.</summary>
    public required JsonObject Parameters { get; init; }

    /// <summary>The name of what it is best by.</summary>
    public required string Goal { get; init; }

    /// <summary>Its objective.</summary>
    public required double Objective { get; init; }
}
