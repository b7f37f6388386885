using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Backtest.Cli.Output;

/// <summary>Reports errors: as text on standard error, or as the document of <c>--json</c>.</summary>
internal sealed class ErrorReport(TextWriter output, TextWriter error, bool asJson)
{
    /// <summary>Writes errors that a user can fix.</summary>
    public void Write(IReadOnlyList<InputError> errors)
    {
        if (asJson)
            WriteJson(errors);
        else
            WriteText(errors);
    }

    /// <summary>Writes an internal error of the tool, in one line.</summary>
    public void WriteUnexpected(Exception exception)
    {
        StackFrame? frame = new StackTrace(exception).GetFrame(0);
        string place = frame?.GetMethod() is { } method ? $" in {method.DeclaringType?.FullName}.{method.Name}" : "";
        string what = exception.Message.ReplaceLineEndings(" ");
        Write([new InputError(
            "unexpected", $"unexpected {exception.GetType().Name}{place}: {what}; please report this line, the command and the run file")]);
    }

    private void WriteText(IReadOnlyList<InputError> errors)
    {
        ScreenLines lines = ScreenLines.OfError(error);
        foreach (InputError one in errors)
            lines.Write(one.ToString());
    }

    private void WriteJson(IReadOnlyList<InputError> errors)
    {
        JsonObject document = new() { ["error"] = ToJson(errors[0]) };
        if (errors.Count > 1)
            document["errors"] = new JsonArray([.. errors.Select(ToJson)]);
        JsonText.Write(output, document);
    }

    private static JsonObject ToJson(InputError error) => new()
    {
        ["code"] = error.Code,
        ["file"] = error.Position.File,
        ["line"] = error.Position.Line == 0 ? null : error.Position.Line,
        ["key"] = error.Key,
        ["message"] = error.Message,
        ["fix"] = error.Fix,
    };
}
