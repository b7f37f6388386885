using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>The figures of a classifier with one number of states.</summary>
internal sealed record StatesRow
{
    private const double Level = 0.05;

    /// <summary>The number.</summary>
    public required int States { get; init; }

    /// <summary>The log-likelihood of the bars of the last fit.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>How many parameters were free.</summary>
    public required int Parameters { get; init; }

    /// <summary>How many bars the last fit had.</summary>
    public required int Observations { get; init; }

    /// <summary>The Bayesian information criterion of that fit, the lower the better.</summary>
    public required double Bic { get; init; }

    /// <summary>The log-likelihood of bars not fitted yet: the sum of the predictions one step ahead.</summary>
    public required double HeldOut { get; init; }

    /// <summary>How far the log-density of such a bar is below that of the number that predicts best; null of that number itself.</summary>
    public required MeanDifference? BelowBest { get; init; }

    /// <summary>Whether chance explains that it predicts no better.</summary>
    public bool IsAsGood => BelowBest is null || BelowBest.PValue > Level;

    /// <summary>The row as a part of a document.</summary>
    /// <param name="bars">How many bars were predicted.</param>
    public JsonObject ToJson(int bars) => new()
    {
        ["states"] = States,
        ["heldOutLogLikelihood"] = HeldOut,
        ["heldOutPerBar"] = HeldOut / bars,
        ["belowBest"] = BelowBest?.ToJson(),
        ["logLikelihood"] = LogLikelihood,
        ["observations"] = Observations,
        ["parameters"] = Parameters,
        ["bic"] = Bic,
    };
}
