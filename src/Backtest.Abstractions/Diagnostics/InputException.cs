namespace Backtest;

/// <summary>User input cannot be run. Holds every error found, not only the first.</summary>
public sealed class InputException : Exception
{
    /// <summary>One error.</summary>
    public InputException(InputError error)
        : this([error])
    {
    }

    /// <summary>Several errors.</summary>
    public InputException(IReadOnlyList<InputError> errors)
        : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>The errors; at least one.</summary>
    public IReadOnlyList<InputError> Errors { get; }
}
