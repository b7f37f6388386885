namespace Backtest.Data.Options;

/// <summary>Errors in the <c>data</c> part of a run file.</summary>
internal static class OptionErrors
{
    /// <summary>An error in one key of the options.</summary>
    public static InputError Error(this BarSourceOptions options, string code, string key, string message, string fix) =>
        new(code, message) { Position = options.Position, Key = $"{options.Key}.{key}", Fix = fix };

    /// <summary>
    /// The error that no bar is in the requested days, at the key that limits them: the source's own, or the one its last day follows from.
    /// </summary>
    public static InputError NoBars(this BarSourceOptions options, string message, string fix)
    {
        if (options is { EndKey: { } holdout, Start: null })
            return new InputError("no_bars", message) { Position = options.Position, Key = holdout, Fix = $"Set {holdout} to a later day, so that there are bars before it." };
        return options.Error("no_bars", options.Start is null ? "end" : "start", message, fix);
    }
}
