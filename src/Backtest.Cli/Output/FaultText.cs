using System.Globalization;
using Backtest.Engine;

namespace Backtest.Cli.Output;

/// <summary>Describes a fault.</summary>
internal static class FaultText
{
    public static string Describe(ContainerFault fault)
    {
        string time = fault.Time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        string place = fault.Place is { } frame ? $" ({frame})" : "";
        string thrown = $"{fault.Exception.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}{place}";
        return $"{fault.Container}: {fault.Plugin ?? "the engine"} threw on {fault.Event} of the bar that ended {time}: {thrown}\n"
            + "  The container stopped and its positions are frozen. The other containers are not affected.";
    }
}
