using Backtest.Engine;

namespace Backtest.Results;

/// <summary>What regimes are called in results.</summary>
internal static class RegimeNames
{
    /// <summary>Until a classifier knows one.</summary>
    public const string Unknown = "unknown";

    /// <summary>The name of a state; below zero: unknown.</summary>
    public static string Of(ClassifierDescription classifier, int state) => state < 0 ? Unknown : classifier.States[state];
}
