using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Collects what is wrong with the parameters of one plugin, with their places in the run file.</summary>
/// <param name="root">The parameters as written.</param>
/// <param name="path">The path of the parameters in the run file, such as <c>portfolios.main.risk.parameters</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterErrors(ParameterMap root, string path) : IParameterErrors
{
    private readonly List<InputError> _errors = [];

    /// <summary>What is wrong, in the order found.</summary>
    public IReadOnlyList<InputError> Errors => _errors;

    /// <summary>Adds an error at a known place.</summary>
    public void Add(InputError error) => _errors.Add(error);

    /// <inheritdoc/>
    public void Add(string parameter, string message, string? fix = null) =>
        _errors.Add(new InputError("invalid_parameter", message)
        {
            Key = $"{path}.{parameter}",
            Position = Locate(parameter),
            Fix = fix,
        });

    private SourcePosition Locate(string parameter)
    {
        ParameterNode node = root;
        SourcePosition position = root.Position;
        foreach (string key in parameter.Split('.'))
        {
            if ((node as ParameterMap)?.Find(key) is not { } entry)
                break;
            position = entry.KeyPosition;
            node = entry.Value;
        }

        return position;
    }
}
