namespace Backtest;

/// <summary>An error in user input: where it is, what was found, what was expected, and how to fix it.</summary>
/// <param name="Code">A stable word for scripts, snake_case, such as <c>unknown_key</c>.</param>
/// <param name="Message">What was found and what was expected, in one sentence.</param>
public sealed record InputError(string Code, string Message)
{
    /// <summary>Where it is.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>The key in the run file, as a path such as <c>risk.parameters.limits[1].value</c>.</summary>
    public string? Key { get; init; }

    /// <summary>How to fix it.</summary>
    public string? Fix { get; init; }

    /// <summary>The error as a user reads it: position and message, then the fix on its own line.</summary>
    public override string ToString()
    {
        string place = Position switch
        {
            { File: null } => "",
            { Line: 0 } => $"{Position.File}: ",
            _ => $"{Position.File}:{Position.Line}: ",
        };
        string key = Key is null ? "" : $"{Key}: ";
        string fix = Fix is null ? "" : $"\n  {Fix}";
        return $"{place}{key}{Message}{fix}";
    }
}
