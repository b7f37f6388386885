namespace Backtest.Tests;

/// <summary>The sample files.</summary>
internal static class Sample
{
    /// <summary>The smallest run file.</summary>
    public static string FirstRun { get; } = Repository.Path("samples/first-run.yaml");

    /// <summary>Several portfolios under two classifiers.</summary>
    public static string Hierarchy { get; } = Repository.Path("samples/hierarchy.yaml");

    /// <summary>A search.</summary>
    public static string Sweep { get; } = Repository.Path("samples/sweep.yaml");

    /// <summary>Research steps that build on each other.</summary>
    public static string Research { get; } = Repository.Path("samples/research.yaml");

    /// <summary>The prices that the samples read.</summary>
    public static string Prices { get; } = Repository.Path("samples/data/spx-daily.csv");
}
