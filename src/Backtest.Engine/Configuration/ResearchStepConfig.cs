namespace Backtest.Engine;

/// <summary>A step of a research workflow.</summary>
public abstract record ResearchStepConfig
{
    private ResearchStepConfig()
    {
    }

    /// <summary>The step's name; unique in the run.</summary>
    public string Name { get; init; } = "";

    /// <summary>The names of the steps whose results it builds on.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The position in the run file.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>The type, as named in run files.</summary>
    public abstract string Type { get; }

    /// <summary>Searches parameters for the whole time.</summary>
    public sealed record Search : ResearchStepConfig
    {
        /// <summary>The search.</summary>
        public required SearchConfig What { get; init; }

        /// <inheritdoc/>
        public override string Type => "search";
    }

    /// <summary>Searches for parameters that do better in a regime than those found for the whole time.</summary>
    public sealed record Regimes : ResearchStepConfig
    {
        /// <summary>The name of the classifier, which must have one regime for the whole market.</summary>
        public required string Classifier { get; init; }

        /// <summary>The numbers of states of the classifier to compare first; empty to keep the classifier's own number.</summary>
        public IReadOnlyList<int> States { get; init; } = [];

        /// <summary>The measure by which the number of states is chosen.</summary>
        public StatesMeasure Choose { get; init; }

        /// <summary>The number of trades that parameters must have entered in a regime to be compared in it.</summary>
        public int MinimumTrades { get; init; } = 20;

        /// <summary>The share of findings that may be false, in (0, 1).</summary>
        public double Significance { get; init; } = 0.05;

        /// <inheritdoc/>
        public override string Type => "regimes";
    }

    /// <summary>Searches for the weight of each strategy in each regime.</summary>
    public sealed record Ensemble : ResearchStepConfig
    {
        /// <summary>
        /// The name of the classifier, which must have one regime for the whole market; <see langword="null"/> for that of the regimes step before
        /// it, or the only one.
        /// </summary>
        public string? Classifier { get; init; }

        /// <summary>The step between the weights tried, in (0, 1].</summary>
        public double Step { get; init; } = 0.25;

        /// <summary>The sum of the weights of all strategies; above 0.</summary>
        public double Sum { get; init; } = 1;

        /// <inheritdoc/>
        public override string Type => "ensemble";
    }

    /// <summary>Runs the result on the days held out.</summary>
    public sealed record Holdout : ResearchStepConfig
    {
        /// <inheritdoc/>
        public override string Type => "holdout";
    }
}
