using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The similarity of strategies' signals.</summary>
internal sealed class SignalOverlapsPanel : IPanel<SignalsContext>
{
    private const int MostStrategies = 30;

    /// <inheritdoc/>
    public ReportSection? Build(SignalsContext context)
    {
        IReadOnlyList<SignalOverlap> pairs = context.Overlaps;
        if (pairs.Count == 0)
            return null;
        string[] names = [.. pairs.SelectMany(pair => new[] { First(pair), Second(pair) }).Distinct().Take(MostStrategies)];
        double[] correlations = new double[names.Length * names.Length];
        Array.Fill(correlations, double.NaN);
        for (int i = 0; i < names.Length; i++)
            correlations[(i * names.Length) + i] = 1;
        foreach (SignalOverlap pair in pairs)
        {
            (int one, int other) = (Array.IndexOf(names, First(pair)), Array.IndexOf(names, Second(pair)));
            if (one >= 0 && other >= 0)
                correlations[(one * names.Length) + other] = correlations[(other * names.Length) + one] = pair.Correlation ?? double.NaN;
        }

        return new ReportSection("overlaps", "Overlap",
        [
            new MatrixBlock(names, names, new NumberColumn(correlations), Format.Number)
            {
                Title = "Correlation",
                Note = "The correlation of what strategies want to hold, direction times strength, over all trading days of the symbols that both trade.",
            },
            new TableBlock("signal_overlaps",
            [
                new("strategy", "Strategy", TextColumn.Of(pairs, First), Format.Text),
                new("other_strategy", "Other", TextColumn.Of(pairs, Second), Format.Text),
                new("correlation", "Correlation", NumberColumn.Of(pairs, pair => pair.Correlation ?? double.NaN), Format.Number),
                new("shared", "Entries of both", NumberColumn.Of(pairs, pair => pair.Shared), Format.Integer),
                new("share", "Of all", NumberColumn.Of(pairs, pair => pair.Share ?? double.NaN), Format.Percent),
            ])
            { Title = "Entries at the same time" },
        ]);
    }

    private static string First(SignalOverlap pair) => SignalsContext.Name(pair.Portfolio, pair.Strategy);

    private static string Second(SignalOverlap pair) => SignalsContext.Name(pair.OtherPortfolio, pair.OtherStrategy);
}
