using Backtest.Abstractions.Runtime;

namespace Backtest.Configuration.Keys;

/// <summary>A value as written, with its path in the run file, and the receiver of errors.</summary>
/// <param name="Node">The value.</param>
/// <param name="Path">Its path.</param>
/// <param name="Errors">Receives the errors.</param>
internal readonly record struct Place(ParameterNode Node, string Path, ParameterErrors Errors)
{
    /// <summary>The value, for conversions.</summary>
    public ParameterValue Value => new(Node, Path, Errors);

    /// <summary>The path of a key of the value.</summary>
    public string Child(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>Reports the value.</summary>
    public void Error(string code, string message, string? fix = null) => Errors.Report(code, Path, Node.Position, message, fix);
}
