using System.CommandLine;

namespace Backtest.Cli.Commands;

/// <summary>Options shared by several commands.</summary>
internal static class Options
{
    public static Option<string[]> Plugins() => new("--plugins")
    {
        Description = "A folder to search for plugins, before all others.",
        HelpName = "DIR",
    };

    public static Option<string?> Project() => new("--project")
    {
        Description = "The folder of the run files. Its plugins.d is used, and its nuget.config or one in a folder above. Default: the working directory.",
        HelpName = "DIR",
    };

    public static Option<string?> Html() => new("--html")
    {
        Description = "Also writes a page that opens offline, with the equity of the runs in one chart.",
        HelpName = "FILE",
    };

    public static Option<bool> Json() => new("--json")
    {
        Description = "Prints one JSON document, and nothing else, to standard output.",
    };

    /// <param name="description">What may run concurrently.</param>
    public static Option<int> Threads(string description)
    {
        Option<int> threads = new("--threads") { Description = description, HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        threads.Validators.Add(result =>
        {
            if (result.GetValue(threads) < 1)
                result.AddError("--threads must be at least 1.");
        });
        return threads;
    }
}
