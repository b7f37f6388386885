using System.Globalization;
using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>Where a regime has better parameters than those found for all of the time, and whether that is more than chance.</summary>
internal sealed class RegimesPanel : IPanel<ResearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(ResearchContext context)
    {
        if (context.Regimes is not { Regimes: { Count: > 0 } all } figures)
            return null;
        RegimeFinding[] compared = [.. all.Where(finding => finding.Reason is null)];
        var blocks = new List<Block>();
        if (compared.Length > 0)
        {
            blocks.Add(new BarsBlock(
                TextColumn.Of(compared, Name), [new BarSet("basis points a day", NumberColumn.Of(compared, finding => finding.Difference * 10_000))], Format.BasisPoints)
            {
                IsHorizontal = true,
                Title = "What the best parameters of a regime gained in it",
                Note = "Its mean daily return less that of the parameters found for all of the time.",
            });
        }

        blocks.Add(new TableBlock("regimes",
        [
            new("strategy", "Strategy", TextColumn.Of(all, finding => ResearchContext.Short(finding.Strategy)), Format.Text) { IsFilter = true },
            new("regime", "Regime", TextColumn.Of(all, finding => finding.Regime), Format.Text) { IsFilter = true },
            new("parameters", "Best parameters", TextColumn.Of(all, Parameters), Format.Text),
            new("difference", "Gain a day", NumberColumn.Of(all, finding => finding.Trial is null ? double.NaN : finding.Difference * 10_000), Format.BasisPoints) { IsSigned = true },
            new("p", "p", NumberColumn.Of(all, finding => finding.Reason is null ? finding.PValue : double.NaN), Format.Precise),
            new("adjusted", "p, all comparisons", NumberColumn.Of(all, finding => finding.Reason is null ? finding.AdjustedPValue : double.NaN), Format.Precise),
            new("taken", "Taken", TextColumn.Of(all, finding => finding.IsTaken ? "yes" : finding.Reason ?? "no"), Format.Text),
            new("days", "Days", NumberColumn.Of(all, finding => finding.Days), Format.Integer),
            new("compared", "Compared", NumberColumn.Of(all, finding => finding.Compared), Format.Integer),
            new("trades", "Trades", NumberColumn.Of(all, finding => finding.Trades), Format.Integer),
        ])
        { Title = "Each strategy in each regime" });
        int taken = all.Count(finding => finding.IsTaken);
        return new ReportSection("regimes", "Parameters in each regime", blocks)
        {
            Lead = string.Create(
                CultureInfo.InvariantCulture,
                $"{taken} of {compared.Length} compared are better by more than chance explains, at a false discovery rate of {figures.Significance:0.###}. ")
                + "Elsewhere the parameters found for all of the time hold.",
        };
    }

    private static string Name(RegimeFinding finding) => $"{ResearchContext.Short(finding.Strategy)} in {finding.Regime}";

    private static string Parameters(RegimeFinding finding) => finding.Parameters is null ? "" : SearchedValues.Write(finding.Parameters);
}
