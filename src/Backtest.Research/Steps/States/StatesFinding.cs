using System.Globalization;

namespace Backtest.Research;

/// <summary>The number of states that each measure selects, and the chosen one.</summary>
public sealed record StatesFinding
{
    /// <summary>The name of the classifier.</summary>
    public required string Classifier { get; init; }

    /// <summary>The figures of each number, in the order of the run file.</summary>
    public required IReadOnlyList<StatesRow> Rows { get; init; }

    /// <summary>The number of bars that were predicted.</summary>
    public required int Bars { get; init; }

    /// <summary>The number of states that predicts best.</summary>
    public required int Best { get; init; }

    /// <summary>The lowest number of states that does not predict significantly worse than the best.</summary>
    public required int ByHeldOut { get; init; }

    /// <summary>The number of states with the lowest Bayesian information criterion, or null if the models were fitted to different bars.</summary>
    public int? ByBic { get; init; }

    /// <summary>The number of states that later steps use, or null if the classifier keeps its own.</summary>
    public int? Chosen { get; init; }

    /// <summary>The finding in words.</summary>
    internal IEnumerable<string> Text()
    {
        StatesRow taken = Rows.First(row => row.States == ByHeldOut);
        yield return taken.BelowBest is { } below
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Best} states predict best, but {ByHeldOut} are not worse by more than chance explains: {below.Mean:0.0000} a bar below, 95% between "
                + $"{Signed(below.Low)} and {Signed(below.High)}, p = {below.PValue:0.000}")
            : Rows.Any(row => row.States < Best) ? $"{Best} states predict best, and fewer states are worse by more than chance explains"
            : $"{Best} states predict best";
        yield return (ByBic is { } bic ? $"the Bayesian information criterion selects {bic}" : "the models were fitted to different numbers of bars, so their criteria cannot be compared")
            + (Chosen is { } states ? $"; {Classifier} has {states} from here on" : $"; {Classifier} keeps the number in the run file");
    }

    private static string Signed(double value) => value.ToString("+0.0000;−0.0000;0.0000", CultureInfo.InvariantCulture);
}
