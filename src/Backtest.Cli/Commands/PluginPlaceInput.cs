using System.CommandLine;
using Backtest.Hosting;

namespace Backtest.Cli.Commands;

/// <summary>The options of every command on a plugin folder.</summary>
internal sealed class PluginPlaceInput
{
    private readonly Option<string?> _project = Options.Project();

    private readonly Option<bool> _user = new("--user") { Description = "Uses the user's plugins instead of the project's." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_project);
        command.Options.Add(_user);
    }

    /// <summary>The plugin folder.</summary>
    /// <exception cref="InputException">The project's folder does not exist.</exception>
    public PluginFolder Place(ParseResult command)
    {
        string project = Project(command);
        return command.GetValue(_user) ? PluginFolders.OfUser() : PluginFolders.OfProject(project);
    }

    /// <summary>The project's folder; nuget.config is searched in it and in its parents.</summary>
    /// <exception cref="InputException">The folder does not exist.</exception>
    public string Project(ParseResult command)
    {
        string project = Path.GetFullPath(command.GetValue(_project) ?? ".");
        return Directory.Exists(project)
            ? project
            : throw new InputException(new InputError("project_missing", "the folder does not exist")
            {
                Position = new SourcePosition(project),
                Fix = "Use --project to name the folder with the run files.",
            });
    }
}
