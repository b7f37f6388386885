using System.Globalization;
using System.Text.Json.Nodes;
using Backtest.Configuration;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>A searched value of the run file: its dimension of the space, and the value of each coordinate.</summary>
public sealed class SearchedParameter
{
    private readonly SearchParameterConfig _config;

    internal SearchedParameter(SearchParameterConfig config)
    {
        _config = config;
        Dimension = DimensionOf(config);
    }

    /// <summary>Its name in constraints and results.</summary>
    public string Name => _config.Name;

    /// <summary>The path of the value in the run file.</summary>
    public string Path => _config.Path;

    /// <summary>The dimension that search methods see.</summary>
    public SearchDimension Dimension { get; }

    /// <summary>The values to search, as in the run file, or null for a range of numbers.</summary>
    internal IReadOnlyList<ParameterNode>? Values => _config.Values;

    /// <summary>Its position in the run file.</summary>
    internal SourcePosition Position => _config.Position;

    /// <summary>The value at a coordinate, as in the run file.</summary>
    public ParameterNode Value(double coordinate) => _config.Values is { } values
        ? values[(int)coordinate]
        : new ParameterScalar(Number(coordinate).ToString(CultureInfo.InvariantCulture), IsQuoted: false, Position);

    /// <summary>The value at a coordinate for expressions: a number, or the text of anything else.</summary>
    internal object Operand(double coordinate)
    {
        if (_config.Values is null)
            return Number(coordinate);
        return Value(coordinate) switch
        {
            ParameterScalar { IsQuoted: false, Text: "true" } => true,
            ParameterScalar { IsQuoted: false, Text: "false" } => false,
            ParameterScalar scalar when NumberOf(scalar) is { } number => number,
            ParameterScalar scalar => scalar.Text,
            _ => (decimal)coordinate, // for a sub-tree, its index in the list
        };
    }

    /// <summary>The value at a coordinate as JSON: a number, a text, or a whole sub-tree.</summary>
    public JsonNode? Json(double coordinate) => _config.Values is null ? JsonValue.Create(Number(coordinate)) : ConfigJson.Write(Value(coordinate));

    // Decimal arithmetic gives 0.3 where doubles give 0.30000000000000004.
    private decimal Number(double coordinate) => _config is { From: { } from, Step: { } step }
        ? from + (Dimension.LevelOf(coordinate) * step)
        : decimal.Parse(coordinate.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static SearchDimension DimensionOf(SearchParameterConfig config)
    {
        if (config.Values is { } values)
        {
            decimal?[] numbers = [.. values.Select(value => value is ParameterScalar scalar ? NumberOf(scalar) : null)];
            bool areOrdered = values.Count > 1 && numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);
            return areOrdered ? SearchDimension.Grid(config.Name, 0, values.Count - 1, 1) : SearchDimension.Choice(config.Name, values.Count);
        }

        (double from, double to) = ((double)config.From!.Value, (double)config.To!.Value);
        return config.Step is { } step
            ? SearchDimension.Grid(config.Name, from, to, (double)step, config.IsLog)
            : SearchDimension.Range(config.Name, from, to, config.IsLog);
    }

    private static decimal? NumberOf(ParameterScalar scalar) =>
        !scalar.IsQuoted && decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
