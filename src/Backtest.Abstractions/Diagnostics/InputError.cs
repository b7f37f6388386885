namespace Backtest;

/// <summary>Something wrong with what a user gave: where, what was found, what was expected, and how to mend it.</summary>
/// <param name="Code">A stable word for scripts, snake_case, such as <c>unknown_key</c>.</param>
/// <param name="Message">What was found and what was expected, in one sentence.</param>
public sealed record InputError(string Code, string Message)
{
    /// <summary>Where.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>The key in the run file, as a path such as <c>risk.parameters.limits[1].value</c>.</summary>
    public string? Key { get; init; }

    /// <summary>How to mend it.</summary>
    public string? Fix { get; init; }

    /// <summary>The error as a user reads it: place and message, then the mend on a line of its own.</summary>
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
