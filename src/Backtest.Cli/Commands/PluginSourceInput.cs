using System.CommandLine;
using Backtest.Hosting;

namespace Backtest.Cli.Commands;

/// <summary>What every command that asks package sources takes.</summary>
internal sealed class PluginSourceInput
{
    private readonly Option<string?> _source = new("--source")
    {
        Description = "A folder of packages, or the address of a NuGet v3 feed, in place of the sources of nuget.config.",
        HelpName = "URL|DIR",
    };

    private readonly Option<bool> _prerelease = new("--prerelease") { Description = "Prereleases count, too." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_source);
        command.Options.Add(_prerelease);
    }

    /// <summary>The sources.</summary>
    /// <exception cref="InputException">nuget.config or the source named is wrong.</exception>
    public PluginSources Sources(ParseResult command, string project) => PluginSources.Read(project, command.GetValue(_source));

    /// <summary>Whether prereleases count.</summary>
    public bool Prerelease(ParseResult command) => command.GetValue(_prerelease);
}
