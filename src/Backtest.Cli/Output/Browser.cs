using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;

namespace Backtest.Cli.Output;

/// <summary>Opens pages in the system's browser.</summary>
internal static class Browser
{
    /// <summary>The option that opens the page.</summary>
    public static Option<bool> Option() => new("--open") { Description = "Opens the page in the browser." };

    /// <summary>Opens a page, or reports that there is no browser.</summary>
    public static void Open(string page, TextWriter error)
    {
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
        }
        catch (Exception exception) when (exception is Win32Exception or PlatformNotSupportedException or FileNotFoundException)
        {
            error.WriteLine("no browser was found; open the file manually");
        }
    }
}
