using System.CommandLine;

namespace Backtest.Cli.Commands;

/// <summary>Options shared by several commands.</summary>
internal static class Options
{
    public static Option<string[]> Plugins() => new("--plugins")
    {
        Description = "A folder to look for plugins in, before all others.",
        HelpName = "DIR",
    };

    public static Option<string?> Project() => new("--project")
    {
        Description = "The folder of the run files, the working directory unless given: its plugins.d, and its nuget.config or one above.",
        HelpName = "DIR",
    };

    public static Option<string?> Html() => new("--html")
    {
        Description = "Also writes a page that opens without a network, with the equity of the runs over one another.",
        HelpName = "FILE",
    };

    public static Option<bool> Json() => new("--json")
    {
        Description = "Prints one JSON document to standard output and nothing else there.",
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
