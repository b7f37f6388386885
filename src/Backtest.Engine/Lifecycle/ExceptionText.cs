namespace Backtest.Engine;

/// <summary>Reads the exceptions of plugins. The members of an exception may be a plugin's code as well, and may throw.</summary>
internal static class ExceptionText
{
    /// <summary>The message, or a substitute if it cannot be read.</summary>
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

    /// <summary>The method that threw; <see langword="null"/> if it cannot be determined.</summary>
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

    /// <summary>The innermost exception.</summary>
    public static Exception Cause(Exception exception)
    {
        while (exception.InnerException is { } inner)
            exception = inner;
        return exception;
    }
}
