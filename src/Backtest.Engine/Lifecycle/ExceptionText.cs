namespace Backtest.Engine;

/// <summary>Reads what plugins throw. What an exception says of itself is a plugin's code as well, and may throw.</summary>
internal static class ExceptionText
{
    /// <summary>The message, or what stands in for one that cannot be read.</summary>
    public static string Message(Exception exception)
    {
        try
        {
            return exception.Message ?? "";
        }
        catch (Exception other)
        {
            return $"(its message cannot be read: {other.GetType().Name})";
        }
    }

    /// <summary>Where it was thrown; <see langword="null"/>: that cannot be told.</summary>
    public static string? Place(Exception exception)
    {
        try
        {
            return exception.StackTrace?.Split('\n')[0].Trim() is { Length: > 0 } frame ? frame : null;
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>The exception behind others that wrap it.</summary>
    public static Exception Cause(Exception exception)
    {
        while (exception.InnerException is { } inner)
            exception = inner;
        return exception;
    }
}
