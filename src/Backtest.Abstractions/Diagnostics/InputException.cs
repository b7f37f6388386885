namespace Backtest;

/// <summary>What a user gave cannot be run. Holds every error found, not the first alone.</summary>
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

    /// <summary>What is wrong; at least one.</summary>
    public IReadOnlyList<InputError> Errors { get; }
}
