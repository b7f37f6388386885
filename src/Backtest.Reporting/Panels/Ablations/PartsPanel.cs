using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>What each part adds, as a bar with its interval.</summary>
internal sealed class PartsPanel : IPanel<AblationContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(AblationContext context)
    {
        IReadOnlyList<AblationEffect> parts = context.Parts;
        if (parts.Count == 0)
            return null;
        return new ReportSection("parts", "What each part adds",
        [
            Bars("Sharpe ratio", "added to the Sharpe ratio", parts, part => part.Sharpe, Format.Number),
            Bars("Return", "added to the return", parts, part => part.TotalReturn, Format.Percent),
            Bars("Maximum drawdown", "added to the drawdown: below zero, the drawdown is smaller with the part", parts, part => part.MaxDrawdown, Format.Percent),
            new TableBlock("parts",
            [
                new("kind", "Left out", TextColumn.Of(parts, part => part.Kind.Replace('_', ' ')), Format.Text) { IsFilter = true },
                new("name", "Which", TextColumn.Of(parts, part => part.Name), Format.Text),
                .. Columns("sharpe", "Sharpe ratio", parts, part => part.Sharpe, Format.Number),
                .. Columns("return", "Return", parts, part => part.TotalReturn, Format.Percent),
                .. Columns("drawdown", "Drawdown", parts, part => part.MaxDrawdown, Format.Percent),
            ])
            { Title = "All figures" },
        ])
        {
            Lead = $"The full run minus the run without the part. Lines extend from the 5% to the 95% quantile over {Written.Count(context.Report.Resamples)} resamples of the run's days, "
                + "drawn in the same blocks for both runs.",
        };
    }

    private static BarsBlock Bars(
        string title, string name, IReadOnlyList<AblationEffect> parts, Func<AblationEffect, AblationChange?> read, Format format) => new(
        TextColumn.Of(parts, AblationContext.Name),
        [
            new BarSet(name, NumberColumn.Of(parts, part => read(part)?.Value ?? double.NaN))
            {
                Low = NumberColumn.Of(parts, part => read(part)?.P5 ?? double.NaN),
                High = NumberColumn.Of(parts, part => read(part)?.P95 ?? double.NaN),
            },
        ],
        format)
        {
            IsHorizontal = true,
            Title = title,
            Note = string.Concat(char.ToUpperInvariant(name[0]).ToString(), name.AsSpan(1), "."),
        };

    private static TableColumn[] Columns(
        string id, string label, IReadOnlyList<AblationEffect> parts, Func<AblationEffect, AblationChange?> read, Format format) =>
    [
        new(id, label, NumberColumn.Of(parts, part => read(part)?.Value ?? double.NaN), format) { IsSigned = id != "drawdown" },
        new($"{id}_p5", "5%", NumberColumn.Of(parts, part => read(part)?.P5 ?? double.NaN), format),
        new($"{id}_p95", "95%", NumberColumn.Of(parts, part => read(part)?.P95 ?? double.NaN), format),
    ];
}
