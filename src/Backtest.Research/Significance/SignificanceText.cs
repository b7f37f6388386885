using System.Globalization;

namespace Backtest.Research;

/// <summary>Describes a significance in words: what each figure shows and what it does not, one line each.</summary>
internal static class SignificanceText
{
    /// <summary>The lines, most important first.</summary>
    public static IEnumerable<string> Sentences(Significance significance)
    {
        double scale = Math.Sqrt(significance.PeriodsPerYear);
        yield return Format(
            $"deflated Sharpe {100 * significance.Deflated.Probability:0}%: the confidence that trial {significance.Winner}, with {significance.Estimate.Sharpe * scale:0.00} a year, is better than the {significance.Deflated.Reference * scale:0.00} expected of the best of {significance.Trials:N0} trials without skill; trials that were never recorded do not count");
        if (significance.DeflatedByEffectiveTrials is { } effective)
        {
            yield return Format(
                $"  with {effective.Trials:N1} effective trials, because trials have a correlation of {significance.MeanCorrelation:0.00}: {100 * effective.Probability:0}%; with all trials, autocorrelation and the variance under the null: {100 * significance.Deflated.ProbabilityUnderNull:0}%");
        }

        yield return Format(
            $"probabilistic Sharpe {100 * significance.ProbabilisticSharpe:0}%: the same compared with 0, as if this were the only trial{(significance.Trials > 1 ? ", which it is not" : "")}");
        if (significance.Overfitting is { } overfitting)
        {
            yield return Format(
                $"probability of overfitting {100 * overfitting.Probability:0}%: the share of {overfitting.Splits:N0} ways to halve the days in which the best of {significance.Compared:N0} trials on one half was no better than the median on the other; it measures the choice of trials, not whether the chosen one earns money");
        }

        if (significance.SuperiorAbility is { } superior)
        {
            yield return Format(
                $"superior predictive ability p = {superior.Consistent:0.000} compared with {(superior.Against == SuperiorAbilitySummary.RiskFreeRate ? "the risk-free rate" : superior.Against)}: how often the best of these {significance.Compared:N0} trials would look this good without any edge; earlier searches are not included");
        }

        if (significance is { MinimumTrackRecordYears: { } record, MinimumBacktestYears: { } backtest })
        {
            yield return Format(
                $"minimum track record {record:0.0} years: a record of this length gives {100 * (1 - Significance.Level):0}% confidence in a ratio above 0 if the future is similar; in less than {backtest:0.0} years, luck alone would be expected to find the same in {significance.Trials:N0} independent trials");
        }

        FalseDiscoveryRate discovery = significance.FalseDiscovery;
        yield return Format(
            $"false discovery rate {100 * discovery.Observed:0}%: the share of strategies that look like this but have no skill, assuming that {100 * discovery.Prior:0}% of all strategies have a true Sharpe of {discovery.AlternativeSharpe:0.0}, which is unknown");
        foreach (string note in significance.Notes)
            yield return $"note: {note}";
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
