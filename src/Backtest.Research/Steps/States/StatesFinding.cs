using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Which number of states each measure takes, and which was chosen.</summary>
internal sealed record StatesFinding
{
    /// <summary>The name of the classifier.</summary>
    public required string Classifier { get; init; }

    /// <summary>The figures of each number, in the order of the run file.</summary>
    public required IReadOnlyList<StatesRow> Rows { get; init; }

    /// <summary>How many bars were predicted.</summary>
    public required int Bars { get; init; }

    /// <summary>By what one was chosen.</summary>
    public required StatesMeasure Measure { get; init; }

    /// <summary>Whether all models were fitted to as many bars, without which the criterion says nothing.</summary>
    public required bool AreAlike { get; init; }

    /// <summary>The least number that predicts as well as the best one, but for chance: states that say nothing more only thin out the days of each.</summary>
    public int ByHeldOut => Rows.Where(row => row.IsAsGood).Min(row => row.States);

    /// <summary>The number with the lowest Bayesian information criterion; null where the models were fitted to different bars.</summary>
    public int? ByBic => AreAlike ? Rows.MinBy(row => row.Bic)!.States : null;

    /// <summary>The number that holds from here on; null: the classifier keeps its own.</summary>
    public int? States => Measure switch { StatesMeasure.HeldOut => ByHeldOut, StatesMeasure.Bic => ByBic, _ => null };

    private StatesRow Best => Rows.First(row => row.BelowBest is null);

    /// <summary>The finding as a part of a document.</summary>
    public JsonObject ToJson() => new()
    {
        ["classifier"] = Classifier,
        ["rows"] = new JsonArray([.. Rows.Select(row => (JsonNode)row.ToJson(Bars))]),
        ["bars"] = Bars,
        ["best"] = Best.States,
        ["byHeldOut"] = ByHeldOut,
        ["byBic"] = ByBic,
        ["chosen"] = States,
    };

    /// <summary>The finding in words.</summary>
    public IEnumerable<string> Text()
    {
        StatesRow taken = Rows.First(row => row.States == ByHeldOut);
        string predicted = taken.BelowBest is { } below
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{Best.States} states predict best, and {taken.States} as well but for chance: {below.Mean:0.0000} a bar below, 95% between "
                + $"{Signed(below.Low)} and {Signed(below.High)}, p = {below.PValue:0.000}")
            : $"{taken.States} states predict best, and fewer are worse by more than chance explains";
        if (taken.BelowBest is null && Rows.Min(row => row.States) == taken.States)
            predicted = $"{taken.States} states predict best";
        yield return predicted;
        yield return (ByBic is { } bic ? $"the Bayesian information criterion takes {bic}" : "fitted to different numbers of bars, the models have no criterion in common")
            + (States is { } states ? $"; {Classifier} has {states} from here on" : $"; {Classifier} keeps the number the run file gives it");
    }

    private static string Signed(double value) => value.ToString("+0.0000;−0.0000;0.0000", CultureInfo.InvariantCulture);
}
