using Backtest.Generators.Indicators.Model;
using Backtest.Generators.Text;

namespace Backtest.Generators.Indicators.Emission;

/// <summary>Generates the loops of one indicator class.</summary>
internal static class ColumnEmitter
{
    private static readonly SourceTemplate Column = new("Column");

    public static string Emit(ColumnModel model) => Column.Render(new
    {
        Model = model,
        Contracts = string.Join(", ", model.Loops.Select(loop => $"{model.Runtime}I{loop.Reads}Column<{loop.Value}>")),
        Loops = model.Loops.Select(loop => new
        {
            Contract = $"{model.Runtime}I{loop.Reads}Column<{loop.Value}>",
            loop.Value,
            Target = loop.IsExplicit ? $"(({model.Vocabulary}I{loop.Reads}Indicator<{loop.Value}>)this)." : "",
            Parameters = loop.Reads switch
            {
                "Series" => "ReadOnlySpan<double> inputs",
                "Pair" => "ReadOnlySpan<double> first, ReadOnlySpan<double> second",
                _ => $"{model.Runtime}BarSeries bars, int from",
            },
            Arguments = loop.Reads switch
            {
                "Series" => "inputs[row]",
                "Pair" => "first[row], second[row]",
                _ => $"new {model.Vocabulary}BarEvent(bars, from + row)",
            },
        }).ToArray(),
    }).TrimEnd() + "\n";
}
