namespace Backtest.Data.Options;

/// <summary>Errors in the <c>data</c> part of a run file.</summary>
internal static class OptionErrors
{
    /// <summary>An error in one key of the options.</summary>
    public static InputError Error(this BarSourceOptions options, string code, string key, string message, string fix) =>
        new(code, message) { Position = options.Position, Key = $"{options.Key}.{key}", Fix = fix };
}
