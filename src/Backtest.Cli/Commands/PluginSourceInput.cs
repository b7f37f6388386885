using System.CommandLine;
using Backtest.Hosting;

namespace Backtest.Cli.Commands;

/// <summary>The options of every command that queries package sources.</summary>
internal sealed class PluginSourceInput
{
    private readonly Option<string?> _source = new("--source")
    {
        Description = "A folder of packages, or the URL of a NuGet v3 feed, instead of the sources of nuget.config.",
        HelpName = "URL|DIR",
    };

    private readonly Option<bool> _prerelease = new("--prerelease") { Description = "Includes prereleases." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_source);
        command.Options.Add(_prerelease);
    }

    /// <summary>The sources.</summary>
    /// <exception cref="InputException">nuget.config or the named source is invalid.</exception>
    public PluginSources Sources(ParseResult command, string project) => PluginSources.Read(project, command.GetValue(_source));

    /// <summary>Whether prereleases are included.</summary>
    public bool Prerelease(ParseResult command) => command.GetValue(_prerelease);
}
