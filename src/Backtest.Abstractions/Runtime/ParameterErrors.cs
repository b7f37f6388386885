using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Collects the errors in the parameters of one plugin, with their positions in the run file.</summary>
/// <param name="root">The parameters as written.</param>
/// <param name="path">The path of the parameters in the run file, such as <c>portfolios.main.risk.parameters</c>; may be empty.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterErrors(ParameterMap root, string path) : IParameterErrors
{
    private readonly List<InputError> _errors = [];

    /// <summary>The errors, in the order found.</summary>
    public IReadOnlyList<InputError> Errors => _errors;

    /// <summary>Adds an error at a known position.</summary>
    public void Add(InputError error) => _errors.Add(error);

    /// <inheritdoc/>
    public void Add(string parameter, string message, string? fix = null) =>
        Report("invalid_parameter", parameter, Locate(parameter), message, fix);

    /// <summary>Adds an error about a parameter.</summary>
    /// <param name="code">A stable word for scripts, snake_case.</param>
    /// <param name="parameter">The parameter's path below the parameters, such as <c>limits[1].value</c>.</param>
    /// <param name="position">Its position.</param>
    /// <param name="message">What was found and what was expected, in one sentence.</param>
    /// <param name="fix">How to fix it.</param>
    public void Report(string code, string parameter, SourcePosition position, string message, string? fix) =>
        _errors.Add(new InputError(code, message)
        {
            Key = path.Length == 0 ? parameter : $"{path}.{parameter}",
            Position = position,
            Fix = fix,
        });

    /// <summary>Ends a binding that is expected to be valid.</summary>
    /// <exception cref="InputException">There are errors.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
            throw new InputException([.. _errors]);
    }

    /// <summary>The position of the deepest part of the path that exists.</summary>
    private SourcePosition Locate(string parameter)
    {
        ParameterNode node = root;
        SourcePosition position = root.Position;
        foreach (string step in parameter.Replace("[", ".[", StringComparison.Ordinal).Split('.'))
        {
            if (node is ParameterMap map && map.Find(step) is { } entry)
                (node, position) = (entry.Value, entry.KeyPosition);
            else if (node is ParameterList list && int.TryParse(step.AsSpan().Trim("[]"), out int index) && index < list.Items.Count)
                (node, position) = (list.Items[index], list.Items[index].Position);
            else
                break;
        }

        return position;
    }
}
