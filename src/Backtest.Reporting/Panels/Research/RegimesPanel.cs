using System.Globalization;
using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>Whether a regime has better parameters than those found for all of the time, and whether that is more than chance.</summary>
internal sealed class RegimesPanel : IPanel<ResearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(ResearchContext context)
    {
        Block[] blocks = [.. context.Of(step => step.Regimes).Where(step => step.Figures.Regimes.Count > 0).SelectMany(step => Blocks(step.Figures, step.Suffix))];
        return blocks.Length == 0 ? null : new ReportSection("regimes", "Parameters in each regime", blocks)
        {
            Lead = "The best of many trials looks good in any regime. Its parameters are used in a regime only if they are better by more than chance explains.",
        };
    }

    private static IEnumerable<Block> Blocks(RegimesFigures figures, string suffix)
    {
        IReadOnlyList<RegimeFinding> all = figures.Regimes;
        RegimeFinding[] compared = [.. all.Where(finding => finding.Reason is null)];
        if (compared.Length > 0)
        {
            yield return new BarsBlock(
                TextColumn.Of(compared, Name), [new BarSet("basis points a day", NumberColumn.Of(compared, finding => finding.Difference * 10_000))], Format.BasisPoints)
            {
                IsHorizontal = true,
                Title = $"Gain of the best parameters in each regime{suffix}",
                Note = "Their mean daily return minus that of the parameters found for all regimes.",
            };
        }

        yield return new TableBlock("regimes",
        [
            new("strategy", "Strategy", TextColumn.Of(all, finding => ResearchContext.Short(finding.Strategy)), Format.Text) { IsFilter = true },
            new("regime", "Regime", TextColumn.Of(all, finding => finding.Regime), Format.Text) { IsFilter = true },
            new("parameters", "Best parameters", TextColumn.Of(all, Parameters), Format.Text),
            new("difference", "Gain a day", NumberColumn.Of(all, finding => finding.Trial is null ? double.NaN : finding.Difference * 10_000), Format.BasisPoints) { IsSigned = true },
            new("p", "p", NumberColumn.Of(all, finding => finding.Reason is null ? finding.PValue : double.NaN), Format.Precise),
            new("adjusted", "p, all comparisons", NumberColumn.Of(all, finding => finding.Reason is null ? finding.AdjustedPValue : double.NaN), Format.Precise),
            new("taken", "Used", TextColumn.Of(all, finding => finding.IsTaken ? "yes" : finding.Reason ?? "no"), Format.Text),
            new("days", "Days", NumberColumn.Of(all, finding => finding.Days), Format.Integer),
            new("compared", "Compared", NumberColumn.Of(all, finding => finding.Compared), Format.Integer),
            new("trades", "Trades", NumberColumn.Of(all, finding => finding.Trades), Format.Integer),
        ])
        {
            Title = $"Each strategy in each regime{suffix}",
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"{all.Count(finding => finding.IsTaken)} of {compared.Length} compared were used, at a false discovery rate of {figures.Significance:0.###}. ")
                + "Otherwise, the parameters found for all regimes apply.",
        };
    }

    private static string Name(RegimeFinding finding) => $"{ResearchContext.Short(finding.Strategy)} in {finding.Regime}";

    private static string Parameters(RegimeFinding finding) => finding.Parameters is null ? "" : SearchedValues.Write(finding.Parameters);
}
