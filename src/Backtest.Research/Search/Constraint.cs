using System.Globalization;
using Backtest.Abstractions.Runtime;
using Backtest.Engine;
using NCalc;
using NCalc.Exceptions;

namespace Backtest.Research;

/// <summary>
/// An expression over the names of searched parameters that must be true for a trial: comparisons, <c>and</c>, <c>or</c>, <c>not</c>, arithmetic
/// and functions such as <c>Abs</c> and <c>Max</c>. Numbers are decimals. It has no side effects and is thread-safe.
/// </summary>
internal sealed class Constraint
{
    private const ExpressionOptions Options = ExpressionOptions.DecimalAsDefault | ExpressionOptions.OrdinalStringComparer;

    private readonly SearchConstraintConfig _config;
    private readonly Expression _parsed;
    private readonly (int Dimension, SearchedParameter Parameter)[] _operands;

    private Constraint(SearchConstraintConfig config, Expression parsed, (int, SearchedParameter)[] operands)
    {
        _config = config;
        _parsed = parsed;
        _operands = operands;
    }

    /// <summary>The expression as written.</summary>
    public string Text => _config.Expression;

    /// <summary>Its position in the run file.</summary>
    public SourcePosition Position => _config.Position;

    /// <summary>Parses an expression.</summary>
    /// <exception cref="InputException">The text is not an expression, or contains a name that is not searched.</exception>
    public static Constraint Read(SearchConstraintConfig config, IReadOnlyList<SearchedParameter> parameters)
    {
        var expression = new Expression(config.Expression, Options) { CultureInfo = CultureInfo.InvariantCulture };
        if (expression.HasErrors())
            throw Wrong(config, $"the expression cannot be read: {expression.Error?.GetBaseException().Message}");
        string[] names = [.. parameters.Select(parameter => parameter.Name)];
        List<string> used = expression.GetParameterNames();
        if (used.Find(name => !names.Contains(name)) is { } unknown)
        {
            throw new InputException(new InputError("unknown_name", $"'{unknown}' is not a searched parameter")
            {
                Key = "search.constraints",
                Position = config.Position,
                Fix = NearestName.Advice(unknown, names),
            });
        }

        var constraint = new Constraint(
            config, expression, [.. parameters.Index().Where(parameter => used.Contains(parameter.Item.Name))]);
        constraint.Allows(new SearchPoint(parameters.Select(parameter => parameter.Dimension.From)));
        return constraint;
    }

    /// <summary>Whether it is true for a point.</summary>
    /// <exception cref="InputException">Its value for the point is not a truth value, or cannot be computed.</exception>
    public bool Allows(SearchPoint point)
    {
        // Windows are searched concurrently with the same plan, so share only the parsed expression, never the values.
        var expression = new Expression(_parsed.LogicalExpression!, _parsed.Configuration, context: null, _parsed.CultureInfo);
        foreach ((int dimension, SearchedParameter parameter) in _operands)
            expression.Parameters[parameter.Name] = parameter.Operand(point[dimension]);
        try
        {
            return expression.Evaluate() is bool isTrue ? isTrue : throw Wrong(_config, "the expression is not true or false");
        }
        catch (Exception exception) when (exception is NCalcException or ArithmeticException or InvalidOperationException or FormatException or ArgumentException)
        {
            string values = string.Join(", ", _operands.Select(operand => $"{operand.Parameter.Name} = {operand.Parameter.Operand(point[operand.Dimension])}"));
            throw Wrong(_config, $"the expression cannot be computed for {values}: {exception.Message}");
        }
    }

    private static InputException Wrong(SearchConstraintConfig config, string what) => new(new InputError("bad_constraint", $"{what}: {config.Expression}")
    {
        Key = "search.constraints",
        Position = config.Position,
        Fix = "Write a comparison of searched parameters, such as fast < slow.",
    });
}
